import { createWords } from '../create-words.ts'
import { settingsDanish } from './settings-danish.ts'
import { settingsEnglish } from './settings-english.ts'

export const useSettingWords = createWords('settingsSearch', { en: settingsEnglish, da: settingsDanish })
