import type { Zone } from '../time/zone.ts'
import { dayAfter, instantOn, type ClockedRule } from './next-occurrences.ts'
import { occurrencesFrom } from './occurrences.ts'

/** What of a recurring case is due by now. */
export type DueOccurrences = {
  /** The day to be dealt with; null: nothing is due. */
  day: string | null
  /** Days that were due before it and were overtaken, in their order. */
  overtaken: string[]
}

/**
 * What is due by an instant and was not dealt with: the latest day, and those that it overtook. Nothing of before
 * `since`, when the rule came into force, nor up to `lastDay`, the latest day that was dealt with. The same arguments
 * give the same days, so a job may run late or twice.
 */
export function dueOccurrences(
  rule: ClockedRule,
  zone: Zone,
  { since, lastDay, now }: { since: Date; lastDay: string | null; now: Date },
): DueOccurrences {
  const due: string[] = []
  for (const day of occurrencesFrom(rule, dayAfter(lastDay, zone.dateAt(since.getTime())))) {
    const at = instantOn(day, rule.clockMinutes, zone)
    if (at > now.getTime()) break
    if (at >= since.getTime()) due.push(day)
  }
  return { day: due.at(-1) ?? null, overtaken: due.slice(0, -1) }
}
