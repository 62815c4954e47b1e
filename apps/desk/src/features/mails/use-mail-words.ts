import { createWords } from '../../shared/create-words.ts'
import type { mailEnglish } from './mail-texts.ts'

export const useMailWords = createWords<typeof mailEnglish>('mails')
