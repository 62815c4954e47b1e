import { createWords, type Words } from '../../shared/create-words.ts'
import { reportDanish, reportEnglish } from './report-texts.ts'

export const useReportWords = createWords('reports', { en: reportEnglish, da: reportDanish })
export type ReportWords = Words<typeof reportEnglish>
