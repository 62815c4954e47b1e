import { createWords } from '../../shared/create-words.ts'
import type { customerEnglish } from './customer-texts.ts'

export const useCustomerWords = createWords<typeof customerEnglish>('customers')
