import { createWords } from '../../shared/create-words.ts'
import { statusDanish, statusEnglish } from './status-texts.ts'

export const useStatusWords = createWords('statuses', { en: statusEnglish, da: statusDanish })
