import type { SnoozeChoice } from '@timedesk/contracts/case-attention'
import { addDays, mondayOf, weekdayOf } from '../calendar/days.ts'
import { openingDay } from '../calendar/opening-day.ts'
import type { ServiceCalendar } from '../calendar/service-calendar.ts'
import type { Zone } from '../time/zone.ts'

const MINUTE_MS = 60_000
const MINUTES_PER_DAY = 24 * 60
const DAYS_PER_WEEK = 7
const DAYS_AHEAD_MAX = 62
/** A company without opening hours. */
const USUAL_DAY: WorkDay = { from: 8 * 60, to: 16 * 60 }
const LATER_MINUTES = 120
const ROUND_MINUTES = 30

type WorkDay = { from: number; to: number }

/** When a person works: where the company is open, on weekdays with working time, and not away. */
export type WorkTimes = {
  zone: Zone
  /** Null: the company has no opening hours. */
  calendar: ServiceCalendar | null
  /** Minutes to work, Monday to Sunday. */
  workingMinutes: readonly number[]
  /** First and last days of absences. */
  absences: readonly { from: string; to: string }[]
}

/**
 * Until when a person may want to put a case away: later today, while the day is long enough; the morning of the next
 * day they work; and that of the first such day of next week. Those that are the same moment are told once.
 */
export function snoozeChoices(times: WorkTimes, now: Date): SnoozeChoice[] {
  const today = times.zone.dateAt(now.getTime())
  const later = laterToday(times, today, now)
  const tomorrow = firstMorning(times, addDays(today, 1))
  const nextWeek = firstMorning(times, addDays(mondayOf(today), DAYS_PER_WEEK))
  const choices: SnoozeChoice[] = []
  if (later !== null) choices.push({ kind: 'later_today', until: later.toISOString() })
  if (tomorrow !== null && tomorrow.getTime() !== nextWeek?.getTime())
    choices.push({ kind: 'tomorrow', until: tomorrow.toISOString() })
  if (nextWeek !== null) choices.push({ kind: 'next_week', until: nextWeek.toISOString() })
  return choices
}

/** Two hours from now on the half hour, or half an hour before the end of the working day; null when that is too near. */
function laterToday(times: WorkTimes, today: string, now: Date): Date | null {
  const work = workDay(times, today)
  if (work === null) return null
  const minute = Math.floor((now.getTime() + times.zone.offsetAt(now.getTime())) / MINUTE_MS) % MINUTES_PER_DAY
  const wanted = Math.ceil((minute + LATER_MINUTES) / ROUND_MINUTES) * ROUND_MINUTES
  const at = Math.max(work.from, Math.min(wanted, work.to - ROUND_MINUTES))
  return at - minute < ROUND_MINUTES ? null : instantOf(today, at, times.zone)
}

/** When the first working day from a day on begins; null: none does in the next weeks. */
function firstMorning(times: WorkTimes, from: string): Date | null {
  for (let ahead = 0; ahead < DAYS_AHEAD_MAX; ahead += 1) {
    const day = addDays(from, ahead)
    const work = workDay(times, day)
    if (work !== null) return instantOf(day, work.from, times.zone)
  }
  return null
}

function workDay({ calendar, workingMinutes, absences }: WorkTimes, day: string): WorkDay | null {
  if ((workingMinutes[weekdayOf(day) - 1] ?? 0) === 0) return null
  if (absences.some(({ from, to }) => from <= day && day <= to)) return null
  if (calendar === null) return USUAL_DAY
  const { spans } = openingDay(calendar, day)
  const [first, last] = [spans[0], spans.at(-1)]
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}

function instantOf(day: string, minute: number, zone: Zone): Date {
  return new Date(zone.toInstant(Date.parse(day) + minute * MINUTE_MS))
}
