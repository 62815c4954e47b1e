import { createWords } from '../../shared/create-words.ts'
import { recurringDanish, recurringEnglish } from './recurring-texts.ts'

export const useRecurringWords = createWords('recurring', { en: recurringEnglish, da: recurringDanish })
