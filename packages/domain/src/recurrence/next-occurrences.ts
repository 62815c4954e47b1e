import type { Zone } from '../time/zone.ts'
import { addDays } from '../calendar/days.ts'
import { occurrencesFrom, type RecurrenceRule } from './occurrences.ts'

const MINUTE_MS = 60_000

/** A rule with its clock time, in minutes since midnight by the clocks of a zone. */
export type ClockedRule = RecurrenceRule & { clockMinutes: number }

/** The instant, in milliseconds, of the clock time on a day; an hour that summer time leaves out is moved on. */
export function instantOn(day: string, clockMinutes: number, zone: Zone): number {
  return zone.toInstant(Date.parse(day) + clockMinutes * MINUTE_MS)
}

type Occurrence = { day: string; at: Date }

/** The next times after an instant, `count` at most. `lastDay` is the latest day that was dealt with: none before it comes again. */
export function nextOccurrences(
  rule: ClockedRule,
  zone: Zone,
  { after, lastDay, count }: { after: Date; lastDay: string | null; count: number },
): Occurrence[] {
  const found: Occurrence[] = []
  for (const day of occurrencesFrom(rule, dayAfter(lastDay, zone.dateAt(after.getTime())))) {
    const at = instantOn(day, rule.clockMinutes, zone)
    if (at > after.getTime()) found.push({ day, at: new Date(at) })
    if (found.length >= count) return found
  }
  return found
}

/** A day to look from: the given one, or the one after what was dealt with. */
export function dayAfter(lastDay: string | null, day: string): string {
  if (lastDay === null) return day
  const next = addDays(lastDay, 1)
  return next > day ? next : day
}
