import { createWords } from '../create-words.ts'
import { timeDanish, timeEnglish } from './time-texts.ts'

export const useTimeWords = createWords('time', { en: timeEnglish, da: timeDanish })
