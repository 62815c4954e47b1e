import { createWords } from '../../shared/create-words.ts'
import { importDanish, importEnglish } from './import-texts.ts'

export const useImportWords = createWords('imports', { en: importEnglish, da: importDanish })
