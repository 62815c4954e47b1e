import { addDays, mondayOf } from '../calendar/days.ts'

const DAYS_PER_WEEK = 7

/** The seven days of the week that a day lies in, from its Monday. */
export function daysOfWeek(day: string): string[] {
  const monday = mondayOf(day)
  return Array.from({ length: DAYS_PER_WEEK }, (_, index) => addDays(monday, index))
}
