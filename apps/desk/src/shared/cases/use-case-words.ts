import { createWords } from '../create-words.ts'
import { caseDanish, caseEnglish } from './case-texts.ts'

export const useCaseWords = createWords('cases', { en: caseEnglish, da: caseDanish })
