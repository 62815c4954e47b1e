import type { StretchReason } from '@timedesk/contracts/rating'
import { elapsedMinutes } from '../time/elapsed.ts'
import { offsetStretches } from '../time/offset-stretches.ts'
import { zoneNamed } from '../time/zone-named.ts'
import type { Zone } from '../time/zone.ts'
import { weekdayOf } from './days.ts'
import { openingDay } from './opening-day.ts'
import type { ServiceCalendar } from './service-calendar.ts'

const MINUTE_MS = 60_000
const MINUTES_PER_DAY = 24 * 60
const DAY_MS = MINUTES_PER_DAY * MINUTE_MS
const SATURDAY = 6

export type Stretch = { reason: StretchReason; minutes: number }

type Span = { untilMs: number; reason: StretchReason }

/**
 * The clock between two instants, split where its reason changes: opening hours, midnights and holidays (R4).
 * Neighbours of one reason are one stretch, and stretches of no whole minute are left out. Minutes follow the
 * rounded running total, so that they sum to `elapsedMinutes` whatever the seconds; of a change of clocks they
 * count what passed, and which hour was open says the clock on the wall: that of the calendar's own zone, or else of
 * `companyZone`. No time is no stretch.
 */
export function stretchesOf(calendar: ServiceCalendar, startMs: number, endMs: number, companyZone: Zone): Stretch[] {
  const zone = calendar.timeZone === null ? companyZone : zoneNamed(calendar.timeZone)
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

/** Within a stretch of one offset clock time is instant plus offset, so days and hours can be read off it. */
function* spansOf(calendar: ServiceCalendar, startMs: number, endMs: number, zone: Zone): Generator<Span> {
  for (const { fromMs, untilMs: changeMs, offsetMs } of offsetStretches(zone, startMs, endMs)) {
    let atMs = fromMs
    while (atMs < changeMs) {
      const { untilClockMs, reason } = spanAt(calendar, atMs + offsetMs)
      atMs = Math.min(changeMs, untilClockMs - offsetMs)
      yield { untilMs: atMs, reason }
    }
  }
}

/** What the clock is in at a moment, and until which clock time at least. */
function spanAt(calendar: ServiceCalendar, clockMs: number) {
  const midnightMs = Math.floor(clockMs / DAY_MS) * DAY_MS
  const minute = Math.floor((clockMs - midnightMs) / MINUTE_MS)
  const day = new Date(midnightMs).toISOString().slice(0, 'YYYY-MM-DD'.length)
  const { isHoliday, spans } = openingDay(calendar, day)
  if (isHoliday) return { untilClockMs: midnightMs + DAY_MS, reason: 'holiday' as const }

  const open = spans.find(({ from, to }) => from <= minute && minute < to)
  const closedUntil = Math.min(MINUTES_PER_DAY, ...spans.map(({ from }) => from).filter((from) => from > minute))
  const untilClockMs = midnightMs + (open?.to ?? closedUntil) * MINUTE_MS
  if (open !== undefined) return { untilClockMs, reason: 'service_hours' as const }
  return { untilClockMs, reason: weekdayOf(day) >= SATURDAY ? ('weekend' as const) : ('after_hours' as const) }
}
