import type { PeriodLocks } from '@timedesk/domain/time/first-open-day'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'

/** The lock that the database takes too, shared by whoever books and alone by whoever closes a period. */
export const PERIOD_LOCK_KEY = 7_265_111

/**
 * Up to which days the books are closed; they stay so until the transaction ends, because who moves a lock waits for
 * it. Take it last, after the case, the customer, the week and the entry.
 */
export async function holdPeriod(tx: Tx): Promise<PeriodLocks> {
  const [, rows] = await Promise.all([
    tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock_shared(${PERIOD_LOCK_KEY})`),
    // A statement of its own, so that it sees the lock that was waited for.
    tx.rows<PeriodLocks>(Prisma.sql`
      SELECT soft_locked_through::text AS "softLockedThrough", hard_locked_through::text AS "hardLockedThrough" FROM company`),
  ])
  const [locks] = rows
  if (locks === undefined) throw new Error('The database has no company.')
  return locks
}

/** Waits for all that is being booked, and makes the rest wait until the lock is moved. */
export async function holdPeriodAlone(tx: Tx): Promise<void> {
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(${PERIOD_LOCK_KEY})`)
}
