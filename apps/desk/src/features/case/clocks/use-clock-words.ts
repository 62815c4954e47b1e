import { createWords } from '../../../shared/create-words.ts'
import { clockDanish, clockEnglish } from './clock-texts.ts'

export const useClockWords = createWords('clocks', { en: clockEnglish, da: clockDanish })
