import { createWords } from '../../shared/create-words.ts'
import type { settingsEnglish } from './settings-texts.ts'

export const useSettingsWords = createWords<typeof settingsEnglish>('settings')
