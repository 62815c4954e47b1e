import type { StretchReason } from '@timedesk/contracts/rating'
import { elapsedMinutes } from '../time/elapsed.ts'
import type { Zone } from '../time/zone.ts'
import { weekdayOf } from './days.ts'
import type { ServiceCalendar } from './service-calendar.ts'

const MINUTE_MS = 60_000
const MINUTES_PER_DAY = 24 * 60
const DAY_MS = MINUTES_PER_DAY * MINUTE_MS
/** Offsets of zones hold for whole seconds. */
const OFFSET_STEP_MS = 1000
const SATURDAY = 6

export type Stretch = { reason: StretchReason; minutes: number }

type Span = { untilMs: number; reason: StretchReason }

/**
 * The clock between two instants, split where its reason changes: opening hours, midnights and holidays (R4).
 * Neighbours of one reason are one stretch, and stretches of no whole minute are left out. Minutes follow the
 * rounded running total, so that they sum to `elapsedMinutes` whatever the seconds; of a change of clocks they
 * count what passed, and which hour was open says the clock on the wall. No time is no stretch.
 */
export function stretchesOf(calendar: ServiceCalendar, startMs: number, endMs: number, zone: Zone): Stretch[] {
  const total = elapsedMinutes(new Date(startMs), new Date(endMs))
  const stretches: Stretch[] = []
  let counted = 0
  for (const { untilMs, reason } of spansOf(calendar, startMs, endMs, zone)) {
    const until = untilMs >= endMs ? total : Math.floor((untilMs - startMs) / MINUTE_MS + 0.5)
    const minutes = until - counted
    if (minutes === 0) continue
    counted = until
    const last = stretches.at(-1)
    if (last?.reason === reason) last.minutes += minutes
    else stretches.push({ reason, minutes })
  }
  return stretches
}

/** Between two changes of the offset clock time is instant plus offset, so days and hours can be read off it. */
function* spansOf(calendar: ServiceCalendar, startMs: number, endMs: number, zone: Zone): Generator<Span> {
  let atMs = startMs
  while (atMs < endMs) {
    const offsetMs = zone.offsetAt(atMs)
    const changeMs = findOffsetChange(zone, atMs, Math.min(endMs, atMs + DAY_MS))
    while (atMs < changeMs) {
      const { untilClockMs, reason } = spanAt(calendar, atMs + offsetMs)
      atMs = Math.min(changeMs, untilClockMs - offsetMs)
      yield { untilMs: atMs, reason }
    }
  }
}

/** The first instant whose offset is another than at `fromMs`, or `untilMs` when there is none. */
function findOffsetChange(zone: Zone, fromMs: number, untilMs: number): number {
  const offsetMs = zone.offsetAt(fromMs)
  if (zone.offsetAt(untilMs) === offsetMs) return untilMs
  let same = Math.floor(fromMs / OFFSET_STEP_MS)
  let other = Math.floor(untilMs / OFFSET_STEP_MS)
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (zone.offsetAt(middle * OFFSET_STEP_MS) === offsetMs) same = middle
    else other = middle
  }
  return other * OFFSET_STEP_MS
}

/** What the clock is in at a moment, and until which clock time at least. */
function spanAt({ hours, holidays }: ServiceCalendar, clockMs: number) {
  const midnightMs = Math.floor(clockMs / DAY_MS) * DAY_MS
  const minute = Math.floor((clockMs - midnightMs) / MINUTE_MS)
  const day = new Date(midnightMs).toISOString().slice(0, 'YYYY-MM-DD'.length)
  const weekday = weekdayOf(day)
  if (holidays.includes(day)) return { untilClockMs: midnightMs + DAY_MS, reason: 'holiday' as const }

  const today = hours.filter((span) => span.weekday === weekday)
  const open = today.find(({ from, to }) => from <= minute && minute < to)
  const closedUntil = Math.min(MINUTES_PER_DAY, ...today.map(({ from }) => from).filter((from) => from > minute))
  const untilClockMs = midnightMs + (open?.to ?? closedUntil) * MINUTE_MS
  if (open !== undefined) return { untilClockMs, reason: 'service_hours' as const }
  return { untilClockMs, reason: weekday >= SATURDAY ? ('weekend' as const) : ('after_hours' as const) }
}
