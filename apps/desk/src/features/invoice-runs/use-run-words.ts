import { createWords } from '../../shared/create-words.ts'
import { runDanish, runEnglish } from './run-texts.ts'

export const useRunWords = createWords('invoice-runs', { en: runEnglish, da: runDanish })
