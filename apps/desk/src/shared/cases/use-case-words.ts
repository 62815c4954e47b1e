import { createWords } from '../create-words.ts'
import type { caseEnglish } from './case-texts.ts'

export const useCaseWords = createWords<typeof caseEnglish>('cases')
