import { createWords } from '../../shared/create-words.ts'
import { jumpDanish, jumpEnglish } from './jump-texts.ts'

export const useJumpWords = createWords('jump', { en: jumpEnglish, da: jumpDanish })
