import { createWords } from '../create-words.ts'
import { ratingDanish, ratingEnglish } from './rating-texts.ts'

export const useRatingWords = createWords('rating', { en: ratingEnglish, da: ratingDanish })
