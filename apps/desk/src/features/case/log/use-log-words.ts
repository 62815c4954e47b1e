import { createWords } from '../../../shared/create-words.ts'
import { logDanish, logEnglish } from './log-texts.ts'

export const useLogWords = createWords('caseLog', { en: logEnglish, da: logDanish })
