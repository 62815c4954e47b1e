import { createWords } from '../../shared/create-words.ts'
import type { casePageEnglish } from './case-page-texts.ts'

export const useCasePageWords = createWords<typeof casePageEnglish>('casePage')
