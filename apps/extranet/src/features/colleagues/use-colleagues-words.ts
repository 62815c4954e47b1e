import { wordsHook } from '../../shared/words.ts'
import { colleaguesDanish } from './colleagues-danish.ts'
import { colleaguesEnglish } from './colleagues-english.ts'

export const useColleaguesWords = wordsHook('colleagues', { en: colleaguesEnglish, da: colleaguesDanish })
