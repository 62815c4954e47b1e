import { createWords } from '../../shared/create-words.ts'
import type { workListEnglish } from './work-list-texts.ts'

export const useWorkListWords = createWords<typeof workListEnglish>('workList')
