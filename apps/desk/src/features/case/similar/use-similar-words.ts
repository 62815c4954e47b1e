import { createWords } from '../../../shared/create-words.ts'
import { similarDanish, similarEnglish } from './similar-texts.ts'

export const useSimilarWords = createWords('similarCases', { en: similarEnglish, da: similarDanish })
