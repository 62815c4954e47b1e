import { createWords } from '../../shared/create-words.ts'
import type { agreementEnglish } from './agreement-texts.ts'

export const useAgreementWords = createWords<typeof agreementEnglish>('agreements')
