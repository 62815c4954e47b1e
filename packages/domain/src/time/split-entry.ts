import { allocate } from '../money/allocate.ts'
import { splitByWorkDate } from './elapsed.ts'
import type { Zone } from './zone.ts'

const DAY_MS = 24 * 60 * 60_000

/** Work between two instants in milliseconds; fewer minutes than passed tell of a pause. */
export type ClockedWork = { startMs: number; endMs: number; minutes: number }

/** A part of it on one day, `YYYY-MM-DD` where the employee works. */
export type EntryPart = { workDate: string; startMs: number; endMs: number; minutes: number }

/**
 * An entry over midnight is one for each local day (R12). The parts sum to its minutes: a pause is nobody's in
 * particular, so it shortens each day by its share. A day whose share is no whole minute is left out, and a stop
 * that is not after the start has no part at all.
 */
export function splitEntry({ startMs, endMs, minutes }: ClockedWork, zone: Zone): EntryPart[] {
  const days = splitByWorkDate(new Date(startMs), new Date(endMs), zone)
  if (days.length === 0) return []
  const shares = allocate(
    minutes,
    days.map((day) => day.minutes),
  )
  return days.flatMap(({ workDate }, index) => {
    const share = shares[index] ?? 0
    if (share === 0) return []
    const midnightMs = Date.parse(workDate)
    return {
      workDate,
      startMs: Math.max(startMs, zone.toInstant(midnightMs)),
      endMs: Math.min(endMs, zone.toInstant(midnightMs + DAY_MS)),
      minutes: share,
    }
  })
}
