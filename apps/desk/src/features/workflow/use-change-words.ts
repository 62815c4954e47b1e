import { createWords } from '../../shared/create-words.ts'
import { changeDanish, changeEnglish } from './change-texts.ts'

export const useChangeWords = createWords('workflow-changes', { en: changeEnglish, da: changeDanish })
