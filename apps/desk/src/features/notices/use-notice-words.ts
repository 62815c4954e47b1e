import { createWords } from '../../shared/create-words.ts'
import { noticeDanish, noticeEnglish } from './notice-texts.ts'

export const useNoticeWords = createWords('notices', { en: noticeEnglish, da: noticeDanish })
