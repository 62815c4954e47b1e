import { createWords } from '../create-words.ts'
import { ledgerDanish, ledgerEnglish } from './ledger-texts.ts'

export const useLedgerWords = createWords('ledger', { en: ledgerEnglish, da: ledgerDanish })
