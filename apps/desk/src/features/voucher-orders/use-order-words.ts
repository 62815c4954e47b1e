import { createWords } from '../../shared/create-words.ts'
import { orderDanish, orderEnglish } from './order-texts.ts'

export const useOrderWords = createWords('voucher-orders', { en: orderEnglish, da: orderDanish })
