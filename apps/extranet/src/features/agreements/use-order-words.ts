import { wordsHook } from '../../shared/words.ts'
import { orderDanish } from './order-danish.ts'
import { orderEnglish } from './order-english.ts'

export const useOrderWords = wordsHook('voucher-orders', { en: orderEnglish, da: orderDanish })
