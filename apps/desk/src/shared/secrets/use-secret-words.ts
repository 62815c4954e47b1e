import { createWords } from '../create-words.ts'
import { secretDanish, secretEnglish } from './secret-texts.ts'

export const useSecretWords = createWords('secrets', { en: secretEnglish, da: secretDanish })
