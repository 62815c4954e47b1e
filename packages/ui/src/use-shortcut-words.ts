import { createWords } from './create-words.ts'
import { shortcutDanish, shortcutEnglish } from './shortcut-texts.ts'

export const useShortcutWords = createWords('shortcuts', { en: shortcutEnglish, da: shortcutDanish })
