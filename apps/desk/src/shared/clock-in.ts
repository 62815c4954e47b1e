import { createZone, type Zone } from '@timedesk/domain/time/zone'

const MINUTE_MS = 60_000
const MINUTES_PER_HOUR = 60
const HOURS_PER_DAY = 24
const DAY_MS = HOURS_PER_DAY * MINUTES_PER_HOUR * MINUTE_MS
const CLOCK_LENGTH = 'HH:MM'.length
const CLOCK = /^(\d{1,2})(?:[:.]?(\d{2}))?$/u

const zones = new Map<string, Zone>()

/** The clock `09:30` of an instant in a time zone. */
export function clockIn(timeZone: string, instant: string): string {
  const ms = Date.parse(instant)
  return new Date(ms + zoneOf(timeZone).offsetAt(ms)).toISOString().slice('YYYY-MM-DDT'.length).slice(0, CLOCK_LENGTH)
}

/** The instant of a clock such as `09:30` on a calendar day in a time zone; null when it is no clock. */
export function instantIn(timeZone: string, day: string, clock: string): string | null {
  const minutes = minutesOfClock(clock)
  const midnight = Date.parse(day)
  if (minutes === null || Number.isNaN(midnight)) return null
  return new Date(zoneOf(timeZone).toInstant(midnight + minutes * MINUTE_MS)).toISOString()
}

/** From a clock to another on the day, or to that of the next day when it is earlier; null unless both are clocks. */
export function spanIn(
  timeZone: string,
  day: string,
  from: string,
  to: string,
): { startedAt: string; endedAt: string; minutes: number } | null {
  const startedAt = instantIn(timeZone, day, from)
  const isOvernight = (minutesOfClock(to) ?? 0) <= (minutesOfClock(from) ?? 0)
  const endedAt = instantIn(timeZone, isOvernight ? nextDay(day) : day, to)
  if (startedAt === null || endedAt === null) return null
  return { startedAt, endedAt, minutes: Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / MINUTE_MS) }
}

function nextDay(day: string): string {
  const ms = Date.parse(day)
  return Number.isNaN(ms) ? day : new Date(ms + DAY_MS).toISOString().slice(0, day.length)
}

/** Minutes since midnight of a clock as people write it: `9`, `930`, `9.30`, `09:30`, at most `24:00`; null when it is none. */
export function minutesOfClock(clock: string): number | null {
  const match = CLOCK.exec(clock.trim())
  if (match === null) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  const total = hours * MINUTES_PER_HOUR + minutes
  return minutes < MINUTES_PER_HOUR && total <= HOURS_PER_DAY * MINUTES_PER_HOUR ? total : null
}

/** Minutes since midnight as a clock, `570` is `09:30`. */
export function clockOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / MINUTES_PER_HOUR), minutes % MINUTES_PER_HOUR]
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone) ?? createZone(timeZone)
  zones.set(timeZone, known)
  return known
}
