import { createWords } from '../../shared/create-words.ts'
import { templateDanish, templateEnglish } from './template-texts.ts'

export const useTemplateWords = createWords('templates', { en: templateEnglish, da: templateDanish })
