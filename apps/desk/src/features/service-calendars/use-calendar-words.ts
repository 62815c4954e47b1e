import { createWords } from '../../shared/create-words.ts'
import { calendarDanish, calendarEnglish } from './calendar-texts.ts'

export const useCalendarWords = createWords('calendars', { en: calendarEnglish, da: calendarDanish })
