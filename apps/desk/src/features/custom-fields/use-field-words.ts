import { createWords } from '../../shared/create-words.ts'
import { fieldDanish, fieldEnglish } from './field-texts.ts'

export const useFieldWords = createWords('field-settings', { en: fieldEnglish, da: fieldDanish })
