import { createWords } from '../../../shared/create-words.ts'
import { caseFieldsDanish, caseFieldsEnglish } from './case-fields-texts.ts'

export const useCaseFieldsWords = createWords('caseFields', { en: caseFieldsEnglish, da: caseFieldsDanish })
