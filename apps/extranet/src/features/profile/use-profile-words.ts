import { wordsHook } from '../../shared/words.ts'
import { profileDanish } from './profile-danish.ts'
import { profileEnglish } from './profile-english.ts'

export const useProfileWords = wordsHook('profile', { en: profileEnglish, da: profileDanish })
