import { wordsHook } from '../../shared/words.ts'
import { reportDanish } from './report-danish.ts'
import { reportEnglish } from './report-english.ts'

export const useReportWords = wordsHook('report', { en: reportEnglish, da: reportDanish })
