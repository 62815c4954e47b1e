import { createWords } from '../../shared/create-words.ts'
import { customerDanish, customerEnglish } from './customer-texts.ts'

export const useCustomerWords = createWords('customers', { en: customerEnglish, da: customerDanish })
