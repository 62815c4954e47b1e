import type { TimeEntry } from '@timedesk/contracts/time'

/** A correction as one thing: the entry that is taken back and what replaces it. */
export type CorrectionPair = {
  correctedId: string
  /** The replacement, or the reversal of what is taken back whole. */
  shown: TimeEntry
  fromMinutes: number
  toMinutes: number
}

/** Brings reversal and replacement of the same entry together, in the order of the list. */
export function pairCorrections(entries: readonly TimeEntry[]): CorrectionPair[] {
  const byCorrected = Map.groupBy(entries, ({ id, correction }) => correction?.entryId ?? id)
  return [...byCorrected].flatMap(([correctedId, pair]) => {
    const reversal = pair.find(({ correction }) => correction?.kind === 'reversal')
    const replacement = pair.find(({ correction }) => correction?.kind === 'replacement')
    const shown = replacement ?? reversal
    if (shown === undefined) return []
    const fromMinutes = reversal === undefined ? 0 : -reversal.minutes
    return [{ correctedId, shown, fromMinutes, toMinutes: replacement?.minutes ?? 0 }]
  })
}
