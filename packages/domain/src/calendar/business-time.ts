import { zoneNamed } from '../time/zone-named.ts'
import type { Zone } from '../time/zone.ts'
import { openPeriods } from './open-periods.ts'
import type { ServiceCalendar } from './service-calendar.ts'

/** What a calendar does not hold within so many years is never. */
const YEARS_AHEAD_MAX = 50

/**
 * Open time of a calendar, in milliseconds. It is exact: the open time of two neighbouring periods sums to that of
 * both, whatever holidays, breaks and changes of summer time lie in them.
 */
export type BusinessTime = {
  /** Open time between two instants; none when `toMs` does not come after `fromMs`. */
  between: (fromMs: number, toMs: number) => number
  /** The earliest instant by which so much open time has passed since `fromMs`; null when there never will be so much. */
  add: (fromMs: number, openMs: number) => number | null
}

/** Around the clock: elapsed time, also over a change of summer time (R80). */
export const aroundTheClock: BusinessTime = {
  between: (fromMs, toMs) => Math.max(0, toMs - fromMs),
  add: (fromMs, openMs) => fromMs + openMs,
}

/** Open periods of a year in order: when each begins, when it ends, and how much was open before it. */
type OpenYear = { startMs: number; opensMs: number[]; closesMs: number[]; beforeMs: number[]; totalMs: number }

/**
 * The open time of a calendar by the clock of its zone, or else of the company's. Each year is worked out when it is
 * first asked for and kept, so keep what this returns: afterwards every answer is a search in sorted lists.
 */
export function createBusinessTime(calendar: ServiceCalendar, companyZone: Zone): BusinessTime {
  const zone = calendar.timeZone === null ? companyZone : zoneNamed(calendar.timeZone)
  const years = new Map<number, OpenYear>()

  function yearOf(year: number): OpenYear {
    const known = years.get(year) ?? openYear(calendar, zone, year)
    years.set(year, known)
    return known
  }

  function between(fromMs: number, toMs: number): number {
    if (toMs <= fromMs) return 0
    const first = utcYear(fromMs)
    const last = utcYear(toMs)
    let openMs = openUntil(yearOf(last), toMs) - openUntil(yearOf(first), fromMs)
    for (let year = first; year < last; year += 1) openMs += yearOf(year).totalMs
    return openMs
  }

  function add(fromMs: number, openMs: number): number | null {
    if (openMs <= 0) return fromMs
    const first = utcYear(fromMs)
    let leftMs = openMs + openUntil(yearOf(first), fromMs)
    for (let year = first; year <= first + YEARS_AHEAD_MAX; year += 1) {
      const open = yearOf(year)
      if (leftMs <= open.totalMs) return instantOf(open, leftMs)
      leftMs -= open.totalMs
    }
    return null
  }

  return { between, add }
}

/** Works out the open periods of a year of UTC. */
function openYear(calendar: ServiceCalendar, zone: Zone, year: number): OpenYear {
  const startMs = Date.UTC(year, 0, 1)
  const open: OpenYear = { startMs, opensMs: [], closesMs: [], beforeMs: [], totalMs: 0 }
  for (const { opensMs, closesMs } of openPeriods(calendar, zone, startMs, Date.UTC(year + 1, 0, 1))) {
    open.opensMs.push(opensMs)
    open.closesMs.push(closesMs)
    open.beforeMs.push(open.totalMs)
    open.totalMs += closesMs - opensMs
  }
  return open
}

/** Open time from the year's beginning to an instant in it. */
function openUntil({ opensMs, closesMs, beforeMs }: OpenYear, atMs: number): number {
  const index = lastNotAfter(opensMs, atMs)
  const [opens, closes, before] = [opensMs[index], closesMs[index], beforeMs[index]]
  if (opens === undefined || closes === undefined || before === undefined) return 0
  return before + Math.min(atMs, closes) - opens
}

/** The earliest instant of the year by which so much of it was open, which it has to have. */
function instantOf({ opensMs, beforeMs, startMs }: OpenYear, openMs: number): number {
  const index = lastNotAfter(beforeMs, openMs - 1)
  return (opensMs[index] ?? startMs) + openMs - (beforeMs[index] ?? 0)
}

/** The place of the last of ascending numbers that is not above another; -1 when all are. */
function lastNotAfter(ascending: readonly number[], wanted: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((ascending[middle] ?? 0) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}

function utcYear(atMs: number): number {
  return new Date(atMs).getUTCFullYear()
}
