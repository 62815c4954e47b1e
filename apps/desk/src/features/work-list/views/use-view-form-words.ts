import { createWords } from '../../../shared/create-words.ts'
import { viewFormDanish, viewFormEnglish } from './view-form-texts.ts'

export const useViewFormWords = createWords('workListViews', { en: viewFormEnglish, da: viewFormDanish })
