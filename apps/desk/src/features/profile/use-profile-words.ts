import { createWords } from '../../shared/create-words.ts'
import type { profileEnglish } from './profile-texts.ts'

export const useProfileWords = createWords<typeof profileEnglish>('profile')
