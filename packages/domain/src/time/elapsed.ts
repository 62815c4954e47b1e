import type { Zone } from './zone.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export type WorkedDay = {
  /** `YYYY-MM-DD` where the employee works. */
  workDate: string
  minutes: number
}

/**
 * Minutes that a timer ran, to the nearest minute and at least one once it ran at all.
 * Taken from instants, so that a change of clocks neither adds nor loses an hour (R12).
 * A stop before the start, as clocks of two machines may give, is no time.
 */
export function elapsedMinutes(startedAt: Date, stoppedAt: Date): number {
  const elapsedMs = stoppedAt.getTime() - startedAt.getTime()
  if (elapsedMs <= 0) return 0
  return Math.max(1, Math.floor(elapsedMs / MINUTE_MS + 0.5))
}

/** What a timer measured, split at local midnight (R12); the parts sum to `elapsedMinutes`. Days without a minute are left out. */
export function splitByWorkDate(startedAt: Date, stoppedAt: Date, zone: Zone): WorkedDay[] {
  const total = elapsedMinutes(startedAt, stoppedAt)
  const days: WorkedDay[] = []
  let counted = 0
  let fromMs = startedAt.getTime()
  while (counted < total) {
    const workDate = zone.dateAt(fromMs)
    const midnightMs = zone.toInstant(Date.parse(workDate) + DAY_MS)
    const isLast = midnightMs >= stoppedAt.getTime()
    const until = isLast ? total : Math.min(total, elapsedMinutes(startedAt, new Date(midnightMs)))
    if (until > counted) days.push({ workDate, minutes: until - counted })
    counted = until
    fromMs = midnightMs
  }
  return days
}
