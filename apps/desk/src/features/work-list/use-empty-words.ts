import { createWords } from '../../shared/create-words.ts'
import { emptyDanish, emptyEnglish } from './empty-texts.ts'

export const useEmptyWords = createWords('workListEmpty', { en: emptyEnglish, da: emptyDanish })
