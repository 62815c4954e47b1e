import { createWords } from '../../shared/create-words.ts'
import { agreementDanish } from './agreement-danish.ts'
import { agreementEnglish } from './agreement-english.ts'

export const useAgreementWords = createWords('agreements', { en: agreementEnglish, da: agreementDanish })
