import { createWords } from '../../shared/create-words.ts'
import { settingsDanish, settingsEnglish } from './settings-texts.ts'

export const useSettingsWords = createWords('settings', { en: settingsEnglish, da: settingsDanish })
