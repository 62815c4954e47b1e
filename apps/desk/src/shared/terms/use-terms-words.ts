import { createWords } from '../create-words.ts'
import { termsDanish } from './terms-danish.ts'
import { termsEnglish } from './terms-english.ts'

export const useTermsWords = createWords('terms', { en: termsEnglish, da: termsDanish })
