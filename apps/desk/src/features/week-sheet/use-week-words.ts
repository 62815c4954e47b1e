import { createWords } from '../../shared/create-words.ts'
import { weekDanish, weekEnglish } from './week-texts.ts'

export const useWeekWords = createWords('week', { en: weekEnglish, da: weekDanish })
