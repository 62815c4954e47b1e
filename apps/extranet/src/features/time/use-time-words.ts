import { wordsHook, type Words } from '../../shared/words.ts'
import { timeDanish } from './time-danish.ts'
import { timeEnglish } from './time-english.ts'

export const useTimeWords = wordsHook('time', { en: timeEnglish, da: timeDanish })
export type TimeWords = Words<typeof timeEnglish>
