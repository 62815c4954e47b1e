import { createWords } from '../../../shared/create-words.ts'
import { filterDanish, filterEnglish } from './filter-texts.ts'

export const useFilterWords = createWords('workListFilters', { en: filterEnglish, da: filterDanish })
