import type { HolidayDraft } from './calendar-draft.ts'

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})[\s,;:–-]+(.+)$/u
const EUROPEAN = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})[\s,;:–-]+(.+)$/u

/** Reads holidays, one a line, by day and name; lines that are none come back as they were. */
export function parseHolidays(text: string): { holidays: HolidayDraft[]; unreadable: string[] } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => ({ line, holiday: parseHoliday(line) }))
  return {
    holidays: read.flatMap(({ holiday }) => holiday ?? []),
    unreadable: read.filter(({ holiday }) => holiday === null).map(({ line }) => line),
  }
}

function parseHoliday(line: string): HolidayDraft | null {
  const iso = ISO.exec(line)
  if (iso !== null) return holidayOf(iso[1], iso[2], iso[3], iso[4])
  const european = EUROPEAN.exec(line)
  return european === null ? null : holidayOf(european[3], european[2], european[1], european[4])
}

function holidayOf(year = '', month = '', date = '', name = ''): HolidayDraft | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const read = new Date(`${day}T00:00:00Z`)
  // A day that no calendar has, such as 31 April, reads as another one.
  const isReal = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)
  return isReal ? { day, name: name.trim() } : null
}
