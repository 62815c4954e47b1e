import { createWords } from '../../shared/create-words.ts'
import { searchDanish, searchEnglish } from './search-texts.ts'

export const useSearchWords = createWords('search', { en: searchEnglish, da: searchDanish })
