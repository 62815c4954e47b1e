import { addDays, daysBetween, mondayOf } from '@timedesk/domain/calendar/days'

const DAYS_PER_WEEK = 7
const THURSDAY = 3

/** The number of a day's week, as calendars of Europe count them: week 1 has the year's first Thursday. */
export function weekNumberOf(day: string): number {
  const thursday = addDays(mondayOf(day), THURSDAY)
  const newYear = `${thursday.slice(0, 'YYYY'.length)}-01-01`
  return Math.ceil(daysBetween(newYear, thursday) / DAYS_PER_WEEK)
}
