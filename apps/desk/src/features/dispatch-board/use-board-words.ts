import { createWords } from '../../shared/create-words.ts'
import { boardDanish, boardEnglish } from './board-texts.ts'

export const useBoardWords = createWords('dispatch-board', { en: boardEnglish, da: boardDanish })
