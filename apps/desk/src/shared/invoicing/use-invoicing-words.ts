import { createWords } from '../create-words.ts'
import { invoicingDanish, invoicingEnglish } from './invoicing-texts.ts'

export const useInvoicingWords = createWords('invoicing', { en: invoicingEnglish, da: invoicingDanish })
