import { createWords } from '../../../shared/create-words.ts'
import { macroDanish, macroEnglish } from './macro-texts.ts'

export const useMacroWords = createWords('caseMacros', { en: macroEnglish, da: macroDanish })
