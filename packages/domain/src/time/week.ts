import { addDays, mondayOf } from '../calendar/days.ts'

const DAYS_PER_WEEK = 7

/** Actual minutes of one row of the sheet, such as a case or a project, on one day. */
export type WeekCell = { row: string; workDate: string; minutes: number }

export type WeekRow = {
  row: string
  /** Monday first. */
  minutes: number[]
  total: number
}

export type WeekDay = {
  day: string
  minutes: number
  workingMinutes: number
  /** Registered less working minutes: negative while something is missing. */
  balance: number
}

export type WeekSheet = {
  rows: WeekRow[]
  days: WeekDay[]
  total: number
  workingMinutes: number
  balance: number
}

/** The seven days of the week that a day lies in, from its Monday. */
export function daysOfWeek(day: string): string[] {
  const monday = mondayOf(day)
  return Array.from({ length: DAYS_PER_WEEK }, (_, index) => addDays(monday, index))
}

/**
 * A week as rows and days with their totals against the working minutes, Monday first. Rows come in the order in
 * which the cells first name them, and several cells of one row and day are one sum.
 * Throws a RangeError for a cell of another week, since its minutes would be missing from the totals.
 */
export function weekSheet(day: string, cells: readonly WeekCell[], workingMinutes: readonly number[]): WeekSheet {
  const week = daysOfWeek(day)
  const stray = cells.find(({ workDate }) => !week.includes(workDate))
  if (stray !== undefined) throw new RangeError(`Not in the week of ${day}: ${stray.workDate}`)

  const rows = [...Map.groupBy(cells, ({ row }) => row)].map(([row, own]) => {
    const minutes = week.map((date) => sum(own.filter(({ workDate }) => workDate === date)))
    return { row, minutes, total: sum(own) }
  })
  const days = week.map((date, index) => {
    const minutes = sum(cells.filter(({ workDate }) => workDate === date))
    const working = workingMinutes[index] ?? 0
    return { day: date, minutes, workingMinutes: working, balance: minutes - working }
  })
  const total = sum(cells)
  const working = days.reduce((whole, { workingMinutes: minutes }) => whole + minutes, 0)
  return { rows, days, total, workingMinutes: working, balance: total - working }
}

function sum(cells: readonly { minutes: number }[]): number {
  return cells.reduce((total, { minutes }) => total + minutes, 0)
}
