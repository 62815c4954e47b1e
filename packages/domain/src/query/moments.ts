import { addDays, addMonths, firstOfMonth, mondayOf } from '../calendar/days.ts'
import type { Zone } from '../time/zone.ts'
import type { QueryValue } from './query.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** A hundred years: further away nothing lies. */
const DISTANCE_MS_MAX = 36_525 * DAY_MS
const FIRST_DAY = '1900-01-01'
const LAST_DAY = '9000-01-01'
const DAY = /^\d{4}-\d{2}-\d{2}$/u

const unitMs = {
  min: MINUTE_MS,
  h: 60 * MINUTE_MS,
  d: DAY_MS,
  w: 7 * DAY_MS,
  mo: 30 * DAY_MS,
  y: 365 * DAY_MS,
}
type Unit = keyof typeof unitMs

/** Stretches of days, as they are called from today. */
export const dayWords = [
  'today',
  'yesterday',
  'tomorrow',
  'thisweek',
  'lastweek',
  'nextweek',
  'thismonth',
  'lastmonth',
  'nextmonth',
] as const
type DayWord = (typeof dayWords)[number]

const DISTANCE = /^(\d{1,6})(min|h|d|w|mo|y)$/u

/** Two days, both included, from a day on. */
const stretches: Record<DayWord, (today: string) => readonly [string, string]> = {
  today: (today) => [today, today],
  yesterday: (today) => [addDays(today, -1), addDays(today, -1)],
  tomorrow: (today) => [addDays(today, 1), addDays(today, 1)],
  thisweek: (today) => [mondayOf(today), addDays(mondayOf(today), 6)],
  lastweek: (today) => [addDays(mondayOf(today), -7), addDays(mondayOf(today), -1)],
  nextweek: (today) => [addDays(mondayOf(today), 7), addDays(mondayOf(today), 13)],
  thismonth: (today) => monthOf(firstOfMonth(today)),
  lastmonth: (today) => monthOf(addMonths(firstOfMonth(today), -1)),
  nextmonth: (today) => monthOf(addMonths(firstOfMonth(today), 1)),
}

function monthOf(first: string): readonly [string, string] {
  return [first, addDays(addMonths(first, 1), -1)]
}

function isDayWord(text: string): text is DayWord {
  return Object.hasOwn(stretches, text)
}

/** Whether a text is a day of our times, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!DAY.test(text) || text < FIRST_DAY || text >= LAST_DAY) return false
  // A day that does not exist is carried on into the next month.
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** Milliseconds of a distance such as `2d`; null for another text. Months have 30 days, years 365. */
function distanceOf(text: string): number | null {
  const [, amount, unit] = DISTANCE.exec(text) ?? []
  if (amount === undefined || unit === undefined) return null
  const ms = Number(amount) * unitMs[unit as Unit]
  return ms <= DISTANCE_MS_MAX ? ms : null
}

/** Whether a text says a time: a distance such as `2d`, a day, or a stretch such as `thisweek`. */
export function isMoment(text: string): boolean {
  return isDayWord(text) || isDay(text) || distanceOf(text) !== null
}

/** From when, and until just before when; a side that is null is open. */
export type Span = { from: Date | null; to: Date | null }

export type MomentView = {
  now: Date
  zone: Zone
  /** Distances reach into the future, as with a due; else into the past. */
  isAhead: boolean
}

/**
 * The stretch of time that a value means now. `<2d` is nearer than two days: younger, or due within them or past;
 * before or after a day or a stretch of days is outside of it. A range lies between two times, whichever is named first:
 * what was created `..3d` is three days old and older. Null for a text that says no time.
 */
export function spanOf(value: QueryValue, view: MomentView): Span | null {
  if (value.kind !== 'range') return spanOfOne(value.text, value.kind, view)
  const from = value.from === '' ? openSide : sidesOf(value.from, view)
  const to = value.to === '' ? openSide : sidesOf(value.to, view)
  if (from === null || to === null) return null
  const [first, last] = [from.from, to.to]
  const isTurned = first !== null && last !== null && first > last
  return isTurned ? { from: to.from, to: from.to } : { from: first, to: last }
}

const openSide: Span = { from: null, to: null }

function spanOfOne(text: string, kind: 'is' | 'below' | 'above', view: MomentView): Span | null {
  const sides = sidesOf(text, view)
  if (sides === null) return null
  const isDistance = distanceOf(text) !== null
  // Nearer than a distance lies before its end when it reaches ahead, and after it when it reaches back.
  const isBefore = isDistance ? (kind !== 'above') === view.isAhead : kind === 'below'
  if (kind === 'is' && !isDistance) return sides
  return isBefore ? { from: null, to: sides.from } : { from: sides.to, to: null }
}

/** A distance is one moment; a day lasts until the next one begins. */
function sidesOf(text: string, { now, zone, isAhead }: MomentView): Span | null {
  const distance = distanceOf(text)
  if (distance !== null) {
    const at = new Date(now.getTime() + (isAhead ? distance : -distance))
    return { from: at, to: at }
  }
  const days = isDayWord(text)
    ? stretches[text](zone.dateAt(now.getTime()))
    : isDay(text)
      ? ([text, text] as const)
      : null
  if (days === null) return null
  const startOf = (day: string) => new Date(zone.toInstant(Date.parse(day)))
  return { from: startOf(days[0]), to: startOf(addDays(days[1], 1)) }
}
