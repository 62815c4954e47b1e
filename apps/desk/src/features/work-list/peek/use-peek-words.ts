import { createWords } from '../../../shared/create-words.ts'
import { peekDanish, peekEnglish } from './peek-texts.ts'

export const usePeekWords = createWords('workListPeek', { en: peekEnglish, da: peekDanish })
