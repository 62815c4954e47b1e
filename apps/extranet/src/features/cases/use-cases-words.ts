import { wordsHook } from '../../shared/words.ts'
import { casesDanish } from './cases-danish.ts'
import { casesEnglish } from './cases-english.ts'

export const useCasesWords = wordsHook('cases', { en: casesEnglish, da: casesDanish })
