import { createWords } from '../../shared/create-words.ts'
import { casePageDanish, casePageEnglish } from './case-page-texts.ts'

export const useCasePageWords = createWords('casePage', { en: casePageEnglish, da: casePageDanish })
