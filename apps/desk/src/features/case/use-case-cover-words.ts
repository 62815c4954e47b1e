import { createWords } from '../../shared/create-words.ts'
import { caseCoverDanish, caseCoverEnglish } from './case-cover-texts.ts'

export const useCaseCoverWords = createWords('caseCover', { en: caseCoverEnglish, da: caseCoverDanish })
