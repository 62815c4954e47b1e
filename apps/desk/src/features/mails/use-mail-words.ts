import { createWords } from '../../shared/create-words.ts'
import { mailDanish, mailEnglish } from './mail-texts.ts'

export const useMailWords = createWords('mails', { en: mailEnglish, da: mailDanish })
