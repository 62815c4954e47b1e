import { dayOf } from '@timedesk/prisma/seed/working-time'
import { rateScope } from '../../agreements/rate-again.ts'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import type { PastContexts } from './past-contexts.ts'
import { timeEntries, type TimeRow } from './time-rows.ts'

/** Time that was registered in the past, stored and rated customer by customer. */
export type PastWork = {
  /** Stores and rates what was registered for a customer up to a moment, at which something happens there. */
  writeUpTo: (tx: Tx, customerId: string, at: Date) => Promise<void>
  /** The same for everybody. */
  writeAll: (tx: Tx, at: Date) => Promise<void>
}

/**
 * Rated at once is what was worked before anything happened at the customer: no unit was there to be drawn. After
 * that it goes day by day, so that each draw is booked on its own. Null is internal work, of no customer.
 */
export function pastWork(rows: readonly TimeRow[], { byNight }: PastContexts): PastWork {
  const waiting = Map.groupBy(rows, ({ customerId }) => customerId)
  const begun = new Set<string | null>()
  const write = async (tx: Tx, customerId: string | null, at: Date) => {
    const own = waiting.get(customerId) ?? []
    const later = own.findIndex(({ createdAt }) => createdAt > at)
    const stretch = own.splice(0, later === -1 ? own.length : later)
    await insertRows(tx, timeEntries, stretch)
    for (const batch of begun.has(customerId) ? byDays(stretch) : [stretch]) {
      const last = batch.at(-1)
      if (last === undefined) continue
      await rateScope(tx, byNight(last.createdAt), customerId, { entryIds: batch.map(({ id }) => id) })
    }
  }
  return {
    writeUpTo: async (tx, customerId, at) => {
      await write(tx, customerId, at)
      begun.add(customerId)
    },
    writeAll: async (tx, at) => {
      for (const customerId of waiting.keys()) await write(tx, customerId, at)
    },
  }
}

/** Each batch ends with a day on which units may be drawn: by billable work on cases. */
function byDays(stretch: readonly TimeRow[]): TimeRow[][] {
  const batches: TimeRow[][] = []
  let drawingDay: string | null = null
  for (const row of stretch) {
    const day = dayOf(row.createdAt.getTime())
    const batch = batches.at(-1)
    if (batch === undefined || (drawingDay !== null && day > drawingDay)) {
      batches.push([row])
      drawingDay = null
    } else batch.push(row)
    if (row.caseId !== null && row.isBillable) drawingDay = day
  }
  return batches
}
