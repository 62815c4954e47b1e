import { addDays } from '@timedesk/domain/calendar/days'
import { costOf } from '@timedesk/domain/profit/profit'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { holdPeriod } from './hold-period.ts'

/** Days that an employee costs as much an hour; to the end of time when `to` is null. Rate in minor units, null: none. */
export type CostSpan = { from: string; to: string | null; ratePerHour: number | null }

/**
 * Costs an employee's work of some days anew (R57). What is booked in a closed period keeps its cost, and so does what
 * takes it back: a reversal costs what its original did, the other way round. Whoever calls holds the employee's cost.
 */
export async function recost(tx: Tx, employeeId: string, { from, to, ratePerHour }: CostSpan): Promise<void> {
  const { hardLockedThrough } = await holdPeriod(tx)
  const until = to === null ? Prisma.empty : Prisma.sql`AND t.work_date <= ${to}::date`
  const open =
    hardLockedThrough === null
      ? Prisma.empty
      : Prisma.sql`AND coalesce(o.booked_on, t.booked_on) > ${hardLockedThrough}::date`
  const entries = await tx.rows<{ id: string; minutes: number }>(Prisma.sql`
    SELECT t.id, t.minutes
      FROM time_entry t JOIN time_rating r ON r.entry_id = t.id
      LEFT JOIN time_entry o ON o.id = t.corrects_id AND t.correction = 'reversal'
     WHERE t.employee_id = ${employeeId}::uuid AND t.work_date >= ${from}::date ${until} ${open}
     ORDER BY t.work_date, t.started_at NULLS FIRST, t.id FOR NO KEY UPDATE OF r`)
  const costs = entries.map(({ minutes }) => (ratePerHour === null ? null : costOf(minutes, ratePerHour)))
  await tx.rows(Prisma.sql`
    UPDATE time_rating r SET cost_rate = ${ratePerHour}::int, cost = g.cost
      FROM unnest(${entries.map(({ id }) => id)}::uuid[], ${costs}::bigint[]) AS g (id, cost)
     WHERE r.entry_id = g.id`)
}

/** The days on which a rate counts: from its own day to the day before the next one. */
export function spanOf(from: string, nextFrom: string | null): Pick<CostSpan, 'from' | 'to'> {
  return { from, to: nextFrom === null ? null : addDays(nextFrom, -1) }
}
