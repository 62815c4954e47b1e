import { createWords } from '../../shared/create-words.ts'
import type { importEnglish } from './import-texts.ts'

export const useImportWords = createWords<typeof importEnglish>('imports')
