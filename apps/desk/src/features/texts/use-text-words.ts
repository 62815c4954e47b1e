import { createWords } from '../../shared/create-words.ts'
import { textDanish } from './text-danish.ts'
import { textEnglish } from './text-english.ts'

export const useTextWords = createWords('texts', { en: textEnglish, da: textDanish })
