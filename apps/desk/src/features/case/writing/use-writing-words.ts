import { createWords } from '../../../shared/create-words.ts'
import { writingDanish, writingEnglish } from './writing-texts.ts'

export const useWritingWords = createWords('writing', { en: writingEnglish, da: writingDanish })
