import { createWords } from '../../shared/create-words.ts'
import { noticeListDanish, noticeListEnglish } from './notice-list-texts.ts'

export const useNoticeListWords = createWords('notice-list', { en: noticeListEnglish, da: noticeListDanish })
