import { createWords } from '../../../shared/create-words.ts'
import { splitDanish, splitEnglish } from './split-texts.ts'

export const useSplitWords = createWords('splitting', { en: splitEnglish, da: splitDanish })
