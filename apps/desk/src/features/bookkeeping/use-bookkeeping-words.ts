import { createWords } from '../../shared/create-words.ts'
import { bookkeepingDanish, bookkeepingEnglish } from './bookkeeping-texts.ts'

export const useBookkeepingWords = createWords('bookkeeping', { en: bookkeepingEnglish, da: bookkeepingDanish })
