import { createWords } from '../../shared/create-words.ts'
import { policyDanish } from './policy-danish.ts'
import { policyEnglish } from './policy-english.ts'

export const usePolicyWords = createWords('service-policies', { en: policyEnglish, da: policyDanish })
