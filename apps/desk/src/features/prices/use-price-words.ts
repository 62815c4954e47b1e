import { createWords } from '../../shared/create-words.ts'
import { priceDanish, priceEnglish } from './price-texts.ts'

export const usePriceWords = createWords('prices', { en: priceEnglish, da: priceDanish })
