import { createWords } from '../../../shared/create-words.ts'
import { noticeSettingsDanish, noticeSettingsEnglish } from './notice-settings-texts.ts'

export const useNoticeSettingsWords = createWords('notice-settings', {
  en: noticeSettingsEnglish,
  da: noticeSettingsDanish,
})
