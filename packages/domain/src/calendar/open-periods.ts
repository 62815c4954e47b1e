import { offsetStretches } from '../time/offset-stretches.ts'
import type { Zone } from '../time/zone.ts'
import { openingDay } from './opening-day.ts'
import type { ServiceCalendar } from './service-calendar.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A time throughout which a calendar is open. */
export type OpenPeriod = { opensMs: number; closesMs: number }

/**
 * When a calendar is open between two instants, in order: which hour is open says the clock on the wall, so that an hour
 * that comes twice is open twice. Periods that touch are one.
 */
export function openPeriods(calendar: ServiceCalendar, zone: Zone, startMs: number, endMs: number): OpenPeriod[] {
  const periods: OpenPeriod[] = []
  for (const { fromMs, untilMs, offsetMs } of offsetStretches(zone, startMs, endMs)) {
    const firstMidnightMs = Math.floor((fromMs + offsetMs) / DAY_MS) * DAY_MS
    for (let midnightMs = firstMidnightMs; midnightMs < untilMs + offsetMs; midnightMs += DAY_MS) {
      const day = new Date(midnightMs).toISOString().slice(0, 'YYYY-MM-DD'.length)
      for (const { from, to } of openingDay(calendar, day).spans) {
        const opensMs = Math.max(fromMs, midnightMs + from * MINUTE_MS - offsetMs)
        const closesMs = Math.min(untilMs, midnightMs + to * MINUTE_MS - offsetMs)
        if (opensMs < closesMs) append(periods, { opensMs, closesMs })
      }
    }
  }
  return periods
}

function append(periods: OpenPeriod[], next: OpenPeriod): void {
  const last = periods.at(-1)
  if (last?.closesMs === next.opensMs) last.closesMs = next.closesMs
  else periods.push(next)
}
