import { createWords } from '../../../shared/create-words.ts'
import { displayDanish, displayEnglish } from './display-texts.ts'

export const useDisplayWords = createWords('workListDisplay', { en: displayEnglish, da: displayDanish })
