import { createWords } from '../../../shared/create-words.ts'
import { queryDanish } from './query-danish.ts'
import { queryEnglish } from './query-english.ts'

export const useQueryWords = createWords('workListQuery', { en: queryEnglish, da: queryDanish })
