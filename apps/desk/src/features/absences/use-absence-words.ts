import { createWords } from '../../shared/create-words.ts'
import { absenceDanish, absenceEnglish } from './absence-texts.ts'

export const useAbsenceWords = createWords('absences', { en: absenceEnglish, da: absenceDanish })
