import { createWords } from '../../shared/create-words.ts'
import { profileDanish, profileEnglish } from './profile-texts.ts'

export const useProfileWords = createWords('profile', { en: profileEnglish, da: profileDanish })
