import { createWords } from '../../../shared/create-words.ts'
import { cannedDanish, cannedEnglish } from './text-texts.ts'

export const useCannedWords = createWords('cannedTexts', { en: cannedEnglish, da: cannedDanish })
