import { createWords } from '../../../shared/create-words.ts'
import { checklistDanish, checklistEnglish } from './checklist-texts.ts'

export const useChecklistWords = createWords('checklist', { en: checklistEnglish, da: checklistDanish })
