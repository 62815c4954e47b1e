import type { RunCustomer, RunState } from '@timedesk/contracts/invoice-runs'
import type { Settlement } from '@timedesk/contracts/agreements'
import type { HeldReason } from '@timedesk/contracts/potential'
import type { Reference } from '@timedesk/contracts/primitives'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { dayAt } from '../../agreements/company-day.ts'
import type { Tx } from '../../platform/db/database.ts'

/** Which items a run takes; null: all. */
export type RunScope = { customers: Reference[] | null; settlements: z.output<typeof Settlement>[] | null }

/** A document as it was planned, net in minor units after the document's discount; its draft once there is one. */
export type PlannedDocument = Pick<
  RunCustomer['documents'][number],
  'kind' | 'lines' | 'items' | 'orderReference' | 'texts'
> & { currency: string; net: number; id: string | null }

/** What waits for a reason, amounts in minor units by currency. */
export type HeldItems = { reason: HeldReason; items: number; amounts: { currency: string; minor: number }[] }

export type HeldRun = {
  id: string
  number: number
  state: z.output<typeof RunState>
  through: string
  scope: RunScope
  startedByName: string
  failure: string | null
}

/** Holds a run until the transaction ends, alone or together with others. Refuses with `not_found`. */
export async function holdRun(tx: Tx, id: string, hold: 'alone' | 'together' = 'alone'): Promise<HeldRun> {
  const lock = hold === 'alone' ? Prisma.sql`FOR NO KEY UPDATE` : Prisma.sql`FOR SHARE`
  const [run] =
    await tx.rows<HeldRun>(Prisma.sql`SELECT r.id, r.number, r.state, r.through::text AS through, r.scope, r.failure,
      r.started_by_name AS "startedByName" FROM invoice_run r WHERE r.id = ${id}::uuid ${lock}`)
  if (run === undefined) throw new Refusal('not_found')
  return run
}

/** On item `i` of agreement `a`: what a run takes, ready or not, on the company's day. */
export function isOfRun({ through, scope }: Pick<HeldRun, 'through' | 'scope'>, now: Date): Prisma.Sql {
  const settlements =
    scope.settlements === null ? Prisma.sql`true` : Prisma.sql`a.settlement = ANY(${scope.settlements}::text[])`
  return Prisma.sql`i.day <= least(${through}::date, (SELECT ${dayAt(now)} FROM company co)) AND ${settlements}`
}
