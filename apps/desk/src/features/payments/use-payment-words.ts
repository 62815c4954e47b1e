import { createWords } from '../../shared/create-words.ts'
import { paymentDanish, paymentEnglish } from './payment-texts.ts'

export const usePaymentWords = createWords('payments', { en: paymentEnglish, da: paymentDanish })
