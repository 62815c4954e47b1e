import { createWords } from '../../shared/create-words.ts'
import { contactDanish, contactEnglish } from './contact-texts.ts'

export const useContactWords = createWords('contacts', { en: contactEnglish, da: contactDanish })
