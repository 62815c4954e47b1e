import { wordsHook } from '../../shared/words.ts'
import { sessionDanish } from './session-danish.ts'
import { sessionEnglish } from './session-english.ts'

export const useSessionWords = wordsHook('session', { en: sessionEnglish, da: sessionDanish })
