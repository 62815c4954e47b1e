import { createWords } from '../../../shared/create-words.ts'
import { sideDanish, sideEnglish } from './side-texts.ts'

export const useSideWords = createWords('sides', { en: sideEnglish, da: sideDanish })
