import { createWords } from '../../shared/create-words.ts'
import { identityDanish, identityEnglish } from './identity-texts.ts'

export const useIdentityWords = createWords('identity', { en: identityEnglish, da: identityDanish })
