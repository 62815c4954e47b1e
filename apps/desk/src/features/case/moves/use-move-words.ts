import { createWords } from '../../../shared/create-words.ts'
import { moveDanish, moveEnglish } from './move-texts.ts'

export const useMoveWords = createWords('moves', { en: moveEnglish, da: moveDanish })
