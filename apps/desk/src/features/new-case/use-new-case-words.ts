import { createWords } from '../../shared/create-words.ts'
import { newCaseDanish, newCaseEnglish } from './new-case-texts.ts'

export const useNewCaseWords = createWords('newCase', { en: newCaseEnglish, da: newCaseDanish })
