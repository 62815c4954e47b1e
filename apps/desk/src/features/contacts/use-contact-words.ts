import { createWords } from '../../shared/create-words.ts'
import type { contactEnglish } from './contact-texts.ts'

export const useContactWords = createWords<typeof contactEnglish>('contacts')
