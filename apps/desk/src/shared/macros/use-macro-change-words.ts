import { createWords } from '../create-words.ts'
import { macroChangeDanish, macroChangeEnglish } from './macro-change-texts.ts'

export const useMacroChangeWords = createWords('macroChanges', { en: macroChangeEnglish, da: macroChangeDanish })
