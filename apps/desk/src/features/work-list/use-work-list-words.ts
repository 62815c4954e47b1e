import { createWords } from '../../shared/create-words.ts'
import { workListDanish, workListEnglish } from './work-list-texts.ts'

export const useWorkListWords = createWords('workList', { en: workListEnglish, da: workListDanish })
