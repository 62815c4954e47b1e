import { createWords } from '../../shared/create-words.ts'
import type { potentialEnglish } from './potential-texts.ts'

export const usePotentialWords = createWords<typeof potentialEnglish>('potential')
