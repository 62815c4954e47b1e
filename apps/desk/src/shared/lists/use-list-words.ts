import { createWords } from '../create-words.ts'
import type { listEnglish } from './list-texts.ts'

export const useListWords = createWords<typeof listEnglish>('lists')
