import { wordsHook, type Words } from '../../shared/words.ts'
import { invoicesDanish } from './invoices-danish.ts'
import { invoicesEnglish } from './invoices-english.ts'

export const useInvoicesWords = wordsHook('invoices', { en: invoicesEnglish, da: invoicesDanish })
export type InvoicesWords = Words<typeof invoicesEnglish>
