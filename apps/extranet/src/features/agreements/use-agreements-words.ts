import { wordsHook, type Words } from '../../shared/words.ts'
import { agreementsDanish } from './agreements-danish.ts'
import { agreementsEnglish } from './agreements-english.ts'

export const useAgreementsWords = wordsHook('agreements', { en: agreementsEnglish, da: agreementsDanish })
export type AgreementsWords = Words<typeof agreementsEnglish>
