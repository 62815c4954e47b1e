import { createWords } from '../../shared/create-words.ts'
import { agreementDanish, agreementEnglish } from './agreement-texts.ts'

export const useAgreementWords = createWords('agreements', { en: agreementEnglish, da: agreementDanish })
