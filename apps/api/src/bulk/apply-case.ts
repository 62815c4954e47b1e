import type { BulkVerdict } from '@timedesk/contracts/bulk-actions'
import { Refusal } from '@timedesk/contracts/refusal'
import type { ChangedThings } from '@timedesk/domain/bulk/case-things'
import { Prisma } from '@timedesk/prisma/client'
import { findStaffActor } from '../identity/find-staff-actor.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { orRefusal } from '../platform/db/savepoint.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import type { BulkDeps } from './bulk-deps.ts'
import { changeCase } from './change-case.ts'
import { ACCOUNT_GONE, FAULT, holdBulk, storedRefusal, type HeldBulk, type StoredRefusal } from './stored-bulk.ts'

type Place = { bulkId: string; position: number }
type Result = { state: BulkVerdict; refusal: StoredRefusal | null; things: ChangedThings | null }

/**
 * Changes one case of a bulk action, in a transaction of its own, in the name of who planned it and with the rights of
 * now. One that cannot be dealt with keeps no other waiting.
 */
export async function applyNext(deps: BulkDeps, bulk: HeldBulk, position: number): Promise<void> {
  const { database, signals, log } = deps
  const place = { bulkId: bulk.id, position }
  try {
    const written = await database.transact(async (tx) => {
      const waiting = await holdWaiting(tx, place)
      if (waiting === null) return []
      const actor = await findStaffActor(tx, bulk, deps.now())
      if (actor === null) {
        await store(tx, place, refused(ACCOUNT_GONE))
        return []
      }
      const context = { actor, now: deps.now(), newId: deps.newId, requestId: null, written: [] }
      await store(tx, place, await apply(tx, context, { ...bulk, ...waiting }, deps.publicUrl))
      return context.written
    })
    signals.publish(written)
  } catch (error) {
    log.error({ err: error, ...place }, 'a case of a bulk action could not be dealt with')
    await database.transact(async (tx) => {
      if ((await holdWaiting(tx, place)) !== null) await store(tx, place, refused(FAULT))
    })
  }
}

type Waiting = { caseId: string; cases: number }

/** A case that still waits, held until the transaction ends; null where another worker was there before. */
async function holdWaiting(tx: Tx, { bulkId, position }: Place): Promise<Waiting | null> {
  const { state } = await holdBulk(tx, bulkId, 'together')
  const [row] = await tx.rows<Waiting>(Prisma.sql`SELECT w.case_id AS "caseId",
      (SELECT count(*)::int FROM bulk_action_case WHERE bulk_id = ${bulkId}::uuid) AS cases
    FROM bulk_action_case w
    WHERE w.bulk_id = ${bulkId}::uuid AND w.position = ${position}::int AND w.state = 'waiting' FOR UPDATE OF w`)
  return state === 'running' ? (row ?? null) : null
}

async function apply(
  tx: Tx,
  context: Context<StaffActor>,
  { id: bulkId, caseId, cases, changes }: HeldBulk & Waiting,
  publicUrl: string,
): Promise<Result> {
  const outcome = await orRefusal(tx, context, () => changeCase(tx, context, { caseId, changes, publicUrl }))
  if (outcome instanceof Refusal) return refused(storedRefusal(outcome))
  const { verdict, things } = outcome
  await appendBulkEvent(tx, context, caseId, { type: 'bulk.applied', bulkId, cases })
  return { state: verdict, refusal: null, things }
}

/** Tells the log of a case that it was one of many, if the log tells of anything at all. */
export async function appendBulkEvent(
  tx: Tx,
  context: Context<StaffActor>,
  caseId: string,
  event: { type: 'bulk.applied' | 'bulk.undone'; bulkId: string; cases: number },
): Promise<void> {
  if (context.written.length === 0) return
  const [row] = await tx.rows<{ customerId: string }>(
    Prisma.sql`SELECT customer_id AS "customerId" FROM support_case WHERE id = ${caseId}::uuid`,
  )
  if (row === undefined) throw new Error('The case that was changed is gone')
  await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, ...row }, [event])
}

function refused(refusal: StoredRefusal): Result {
  return { state: 'refused', refusal, things: null }
}

async function store(tx: Tx, { bulkId, position }: Place, { state, refusal, things }: Result): Promise<void> {
  const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value))
  await tx.rows(Prisma.sql`UPDATE bulk_action_case SET state = ${state}, refusal = ${json(refusal)}::jsonb,
      before = ${json(things?.before)}::jsonb, after = ${json(things?.after)}::jsonb
    WHERE bulk_id = ${bulkId}::uuid AND position = ${position}::int AND state = 'waiting'`)
}
