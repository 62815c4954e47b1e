import { createWords } from '../../../shared/create-words.ts'
import { mergeDanish, mergeEnglish } from './merge-texts.ts'

export const useMergeWords = createWords('merging', { en: mergeEnglish, da: mergeDanish })
