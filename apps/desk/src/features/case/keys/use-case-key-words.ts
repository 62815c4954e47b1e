import { createWords } from '../../../shared/create-words.ts'
import { caseKeyDanish, caseKeyEnglish } from './case-key-texts.ts'

export const useCaseKeyWords = createWords('caseKeys', { en: caseKeyEnglish, da: caseKeyDanish })
