import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { dayAt } from '../company-day.ts'

type MovementKind =
  'sale' | 'grant' | 'draw' | 'return' | 'transfer_in' | 'transfer_out' | 'expire' | 'extend' | 'adjust' | 'cancel'

/** A movement of a pool. Units and minor units are signed: what balance, revenue and liability change by. */
export type Movement = {
  /** A new one unless the caller has to know it before. */
  id?: string | undefined
  customerId: string
  poolId: string
  kind: MovementKind
  units: number
  revenue?: number | undefined
  credited?: number | undefined
  /** What is earned or credited was owed before: only a sale and a transfer have to say what they owe. */
  liabilityChange?: number | undefined
  /** The time that draws or gives back, with what the statement tells of it. */
  entryId?: string | null | undefined
  caseId?: string | null | undefined
  workDate?: string | null | undefined
  /** Billable minutes. */
  minutes?: number | null | undefined
  /** The draw that a return takes back, or the expiry that an extension does. */
  reversesId?: string | undefined
  counterPoolId?: string | undefined
  reason?: string | undefined
  approvedById?: string | undefined
}

/**
 * Moves units of pools, in the order given, booked on the company's day; a trigger keeps the pools' balances along
 * with it. Whoever calls this holds the pools, in order of their ids. The database refuses a balance below zero, a
 * return that is not a whole draw, and figures that do not tie.
 */
export async function appendLedger(tx: Tx, context: Acting, movements: readonly Movement[]): Promise<void> {
  if (movements.length > 0) await tx.rows(ledgerInsertion(context, movements))
}

/** The statement of it, for those who send it along with others. */
export function ledgerInsertion({ actor, now, newId }: Acting, movements: readonly Movement[]): Prisma.Sql {
  const of = <Value>(read: (movement: Movement) => Value) => movements.map(read)
  return Prisma.sql`INSERT INTO pool_ledger (id, customer_id, pool_id, kind, units, revenue, credited, liability_change, entry_id, case_id,
      work_date, minutes, reverses_id, counter_pool_id, reason, approved_by_id, actor_name, booked_on, at)
    SELECT g.id, g.customer_id, g.pool_id, g.kind, g.units, g.revenue, g.credited, g.liability_change, g.entry_id, g.case_id,
      g.work_date, g.minutes, g.reverses_id, g.counter_pool_id, g.reason, g.approved_by_id, ${actor.name},
      ${dayAt(now)}, ${now}
    FROM company co
    CROSS JOIN unnest(${of(({ id }) => id ?? newId())}::uuid[], ${of(({ customerId }) => customerId)}::uuid[],
      ${of(({ poolId }) => poolId)}::uuid[], ${of(({ kind }) => kind)}::text[], ${of(({ units }) => units)}::bigint[],
      ${of(({ revenue }) => revenue ?? 0)}::bigint[], ${of(({ credited }) => credited ?? 0)}::bigint[],
      ${of(liabilityChangeOf)}::bigint[], ${of(({ entryId }) => entryId ?? null)}::uuid[],
      ${of(({ caseId }) => caseId ?? null)}::uuid[], ${of(({ workDate }) => workDate ?? null)}::date[],
      ${of(({ minutes }) => minutes ?? null)}::int[], ${of(({ reversesId }) => reversesId ?? null)}::uuid[],
      ${of(({ counterPoolId }) => counterPoolId ?? null)}::uuid[], ${of(({ reason }) => reason ?? '')}::text[],
      ${of(({ approvedById }) => approvedById ?? null)}::uuid[])
      WITH ORDINALITY AS g (id, customer_id, pool_id, kind, units, revenue, credited, liability_change, entry_id, case_id, work_date,
        minutes, reverses_id, counter_pool_id, reason, approved_by_id, position)
    ORDER BY g.position`
}

function liabilityChangeOf({ liabilityChange, revenue = 0, credited = 0 }: Movement): number {
  return liabilityChange ?? 0 - revenue - credited
}
