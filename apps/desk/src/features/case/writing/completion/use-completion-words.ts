import { createWords } from '../../../../shared/create-words.ts'
import { completionDanish, completionEnglish } from './completion-texts.ts'

export const useCompletionWords = createWords('completion', { en: completionEnglish, da: completionDanish })
