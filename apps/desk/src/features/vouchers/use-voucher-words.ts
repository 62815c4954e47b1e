import { createWords } from '../../shared/create-words.ts'
import { voucherDanish, voucherEnglish } from './voucher-texts.ts'

export const useVoucherWords = createWords('vouchers', { en: voucherEnglish, da: voucherDanish })
