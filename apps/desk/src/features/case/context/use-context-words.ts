import { createWords } from '../../../shared/create-words.ts'
import { contextDanish, contextEnglish } from './context-texts.ts'

export const useContextWords = createWords('caseContext', { en: contextEnglish, da: contextDanish })
