import { createWords } from '../../shared/create-words.ts'
import { askedDanish, askedEnglish } from './asked-texts.ts'

export const useAskedWords = createWords('asked', { en: askedEnglish, da: askedDanish })
