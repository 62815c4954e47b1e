import { createWords } from '../../shared/create-words.ts'
import { planDanish } from './plan-danish.ts'
import { planEnglish } from './plan-english.ts'

export const usePlanWords = createWords('plan', { en: planEnglish, da: planDanish })
