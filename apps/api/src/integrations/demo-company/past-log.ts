import type { Tx } from '../../platform/db/database.ts'
import { insertEvents, type AboutSubject } from '../write-histories.ts'

/** Everything that is known to have happened, written in time with what commands tell of their own accord. */
export type PastLog = {
  /** Writes what happened up to a moment and is not written yet. */
  writeUpTo: (tx: Tx, at: Date) => Promise<void>
  writeAll: (tx: Tx) => Promise<void>
}

export function pastLog(events: readonly AboutSubject[]): PastLog {
  const waiting = events.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  const writeUpTo = async (tx: Tx, at: number) => {
    const later = waiting.findIndex((event) => event.at.getTime() > at)
    const told = waiting.splice(0, later === -1 ? waiting.length : later)
    if (told.length > 0) await insertEvents(tx, told)
  }
  return { writeUpTo: (tx, at) => writeUpTo(tx, at.getTime()), writeAll: (tx) => writeUpTo(tx, Infinity) }
}
