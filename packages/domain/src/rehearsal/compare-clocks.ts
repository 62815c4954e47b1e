import type { ClockKind } from '@timedesk/contracts/clock-kind'
import type { RehearsedDifference } from '@timedesk/contracts/rehearsals'
import type { Clock } from '../clocks/clock.ts'

/**
 * What differs between the clocks of a case as things are and under a draft: when each is due, and when it was breached.
 * A clock that is on one side only is due on that side alone.
 */
export function compareClocks(asIs: readonly Clock[], draft: readonly Clock[]): RehearsedDifference[] {
  const keys = [...new Set([...asIs, ...draft].map(keyOf))]
  return keys.flatMap((key) => {
    const one = asIs.find((clock) => keyOf(clock) === key)
    const other = draft.find((clock) => keyOf(clock) === key)
    const clock = one ?? other
    if (clock === undefined) return []
    return [
      ...differing('due', clock, one?.dueAt, other?.dueAt),
      ...differing('breach', clock, one?.breach?.at, other?.breach?.at),
    ]
  })
}

function keyOf({ clock, cycle }: Clock): string {
  return `${clock} ${String(cycle)}`
}

function differing(
  what: 'due' | 'breach',
  { clock, cycle }: Clock,
  one: Date | null | undefined,
  other: Date | null | undefined,
): RehearsedDifference[] {
  const [asIs, draft] = [one?.toISOString() ?? null, other?.toISOString() ?? null]
  return asIs === draft ? [] : [{ what, clock, cycle, at: null, asIs, draft }]
}

/** How many clocks of a kind kept what was promised, and how many did not. */
export type ClockTally = Record<ClockKind, { met: number; breached: number }>

export function emptyTally(): ClockTally {
  return {
    first_response: { met: 0, breached: 0 },
    next_response: { met: 0, breached: 0 },
    resolution: { met: 0, breached: 0 },
  }
}

export function countClocks(tally: ClockTally, clocks: readonly Clock[]): void {
  for (const { clock, result, breach } of clocks) {
    if (result === 'met') tally[clock].met += 1
    if (breach !== null) tally[clock].breached += 1
  }
}
