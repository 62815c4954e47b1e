import { createWords } from '../../shared/create-words.ts'
import { invoiceListDanish, invoiceListEnglish } from './invoice-list-texts.ts'

export const useInvoiceListWords = createWords('invoice-list', { en: invoiceListEnglish, da: invoiceListDanish })
