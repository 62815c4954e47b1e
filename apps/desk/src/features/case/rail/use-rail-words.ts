import { createWords } from '../../../shared/create-words.ts'
import { railDanish, railEnglish } from './rail-texts.ts'

export const useRailWords = createWords('caseRail', { en: railEnglish, da: railDanish })
