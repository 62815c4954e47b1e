import { createWords } from '../create-words.ts'
import { selectionDanish, selectionEnglish } from './selection-texts.ts'

export const useSelectionWords = createWords('selection', { en: selectionEnglish, da: selectionDanish })
