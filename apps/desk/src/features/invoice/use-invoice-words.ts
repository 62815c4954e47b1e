import { createWords } from '../../shared/create-words.ts'
import { invoiceDanish } from './invoice-danish.ts'
import { invoiceEnglish } from './invoice-english.ts'

export const useInvoiceWords = createWords('invoice', { en: invoiceEnglish, da: invoiceDanish })
