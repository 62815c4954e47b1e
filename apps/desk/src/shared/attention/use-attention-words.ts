import { createWords } from '../create-words.ts'
import { attentionDanish, attentionEnglish } from './attention-texts.ts'

export const useAttentionWords = createWords('attention', { en: attentionEnglish, da: attentionDanish })
