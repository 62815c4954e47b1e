import { wordsHook } from '../../shared/words.ts'
import { noticesDanish } from './notices-danish.ts'
import { noticesEnglish } from './notices-english.ts'

export const useNoticesWords = wordsHook('notices', { en: noticesEnglish, da: noticesDanish })
