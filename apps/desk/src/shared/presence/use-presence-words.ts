import { createWords } from '../create-words.ts'
import { presenceDanish, presenceEnglish } from './presence-texts.ts'

export const usePresenceWords = createWords('presence', { en: presenceEnglish, da: presenceDanish })
