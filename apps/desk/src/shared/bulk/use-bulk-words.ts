import { createWords } from '../create-words.ts'
import { bulkDanish } from './bulk-danish.ts'
import { bulkEnglish } from './bulk-english.ts'

export const useBulkWords = createWords('bulk', { en: bulkEnglish, da: bulkDanish })
