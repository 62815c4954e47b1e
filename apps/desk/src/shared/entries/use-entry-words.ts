import { createWords } from '../create-words.ts'
import { entryDanish, entryEnglish } from './entry-texts.ts'

export const useEntryWords = createWords('entries', { en: entryEnglish, da: entryDanish })
