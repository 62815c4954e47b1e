import type { movePeriodLock as contract } from '@timedesk/contracts/period-lock'
import { decideLockMove } from '@timedesk/domain/time/decide-lock-move'
import type { PeriodLocks } from '@timedesk/domain/time/first-open-day'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { COMPANY_SUBJECT_ID } from '../settings/company-subject.ts'
import { holdPeriodAlone } from './hold-period.ts'

/**
 * Closes a period, or opens it again with a reason (R52, R53). It waits for all that is being booked, so that nothing
 * is booked behind the lock afterwards. Refuses a stale version, and with `lock_refused` what `decideLockMove` does.
 */
export async function movePeriodLock(
  tx: Tx,
  context: Context,
  { reason = '', ...wanted }: z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const { version, today, ...before } = await lockCompany(tx, context.now)
  requireVersion(version, ifMatch)
  const move = decideLockMove(before, { ...wanted, reason, today })
  if (move === null) return
  await holdPeriodAlone(tx)
  await tx.rows(Prisma.sql`
    UPDATE company SET soft_locked_through = ${wanted.softLockedThrough}::date, hard_locked_through = ${wanted.hardLockedThrough}::date,
           version = version + 1, updated_at = ${context.now}`)
  await appendEvents(tx, context, { kind: 'setting', id: COMPANY_SUBJECT_ID }, [
    { type: move === 'locked' ? 'period.locked' : 'period.reopened', changes: changesBetween(before, wanted), reason },
  ])
}

/** The company's row comes before the period: who changes the company's prices takes them in that order too. */
async function lockCompany(tx: Tx, now: Date): Promise<PeriodLocks & { version: number; today: string }> {
  const [row] = await tx.rows<PeriodLocks & { version: number; today: string }>(Prisma.sql`
    SELECT c.soft_locked_through::text AS "softLockedThrough", c.hard_locked_through::text AS "hardLockedThrough", c.version,
           (${now}::timestamptz AT TIME ZONE c.time_zone)::date::text AS today
      FROM company c FOR UPDATE`)
  if (row === undefined) throw new Error('The database has no company.')
  return row
}
