import { createWords } from '../create-words.ts'
import { rehearsalDanish, rehearsalEnglish } from './rehearsal-texts.ts'

export const useRehearsalWords = createWords('rehearsal', { en: rehearsalEnglish, da: rehearsalDanish })
