import { createWords } from '../../shared/create-words.ts'
import type { identityEnglish } from './identity-texts.ts'

export const useIdentityWords = createWords<typeof identityEnglish>('identity')
