import { createWords } from '../create-words.ts'
import { commonDanish, commonEnglish } from './common-texts.ts'

export const useCommonWords = createWords('settings-common', { en: commonEnglish, da: commonDanish })
