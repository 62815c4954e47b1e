import { createWords } from '../../shared/create-words.ts'
import { cardSettingDanish, cardSettingEnglish } from './card-setting-texts.ts'

export const useCardSettingWords = createWords('contextCardSettings', {
  en: cardSettingEnglish,
  da: cardSettingDanish,
})
