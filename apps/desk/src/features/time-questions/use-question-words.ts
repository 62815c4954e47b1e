import { createWords } from '../../shared/create-words.ts'
import { questionDanish, questionEnglish } from './question-texts.ts'

export const useQuestionWords = createWords('time-questions', { en: questionEnglish, da: questionDanish })
