import { createWords } from '../create-words.ts'
import { listDanish, listEnglish } from './list-texts.ts'

export const useListWords = createWords('lists', { en: listEnglish, da: listDanish })
