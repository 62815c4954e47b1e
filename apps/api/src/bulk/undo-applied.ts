import { Refusal } from '@timedesk/contracts/refusal'
import type { ChangedThings } from '@timedesk/domain/bulk/case-things'
import { Prisma } from '@timedesk/prisma/client'
import { findStaffActor } from '../identity/find-staff-actor.ts'
import type { Tx } from '../platform/db/database.ts'
import { orRefusal } from '../platform/db/savepoint.ts'
import { appendBulkEvent } from './apply-case.ts'
import type { BulkDeps } from './bulk-deps.ts'
import { ACCOUNT_GONE, FAULT, holdBulk, storedRefusal, type HeldBulk, type StoredRefusal } from './stored-bulk.ts'
import { undoCase, type KeptThing } from './undo-case.ts'

type Place = { bulkId: string; position: number }

/** Undoes on one case what a bulk action changed, as `applyNext` changes it: once, by itself, with the rights of now. */
export async function undoNext(deps: BulkDeps, bulk: HeldBulk, position: number): Promise<void> {
  const { database, signals, log } = deps
  const place = { bulkId: bulk.id, position }
  try {
    const written = await database.transact(async (tx) => {
      const changed = await holdChanged(tx, place)
      if (changed === null) return []
      const actor = await findStaffActor(tx, bulk, deps.now())
      if (actor === null) {
        await store(tx, place, whole(ACCOUNT_GONE))
        return []
      }
      const context = { actor, now: deps.now(), newId: deps.newId, requestId: null, written: [] }
      const { caseId, cases, ...things } = changed
      const kept = await orRefusal(tx, context, () => undoCase(tx, context, { caseId, things }))
      await appendBulkEvent(tx, context, caseId, { type: 'bulk.undone', bulkId: bulk.id, cases })
      await store(tx, place, kept instanceof Refusal ? whole(storedRefusal(kept)) : kept)
      return context.written
    })
    signals.publish(written)
  } catch (error) {
    log.error({ err: error, ...place }, 'a case of a bulk action could not be undone')
    await database.transact(async (tx) => {
      if ((await holdChanged(tx, place)) !== null) await store(tx, place, whole(FAULT))
    })
  }
}

/** Nothing of the case could be put back. */
function whole(refusal: StoredRefusal): KeptThing[] {
  return [{ thing: 'case', ...refusal }]
}

type Changed = ChangedThings & { caseId: string; cases: number }

/** A case that is still to be undone, held until the transaction ends; null where another worker was there before. */
async function holdChanged(tx: Tx, { bulkId, position }: Place): Promise<Changed | null> {
  const { state } = await holdBulk(tx, bulkId, 'together')
  const [row] = await tx.rows<Changed>(Prisma.sql`SELECT w.case_id AS "caseId", coalesce(w.before, '{}') AS before,
      coalesce(w.after, '{}') AS after, (SELECT count(*)::int FROM bulk_action_case WHERE bulk_id = ${bulkId}::uuid) AS cases
    FROM bulk_action_case w WHERE w.bulk_id = ${bulkId}::uuid AND w.position = ${position}::int
      AND w.state = 'changed' AND w.undo IS NULL FOR UPDATE OF w`)
  return state === 'undoing' ? (row ?? null) : null
}

async function store(tx: Tx, { bulkId, position }: Place, kept: readonly KeptThing[]): Promise<void> {
  const [undo, reasons] = kept.length === 0 ? ['undone', null] : ['kept', JSON.stringify(kept)]
  await tx.rows(Prisma.sql`UPDATE bulk_action_case SET undo = ${undo}, kept = ${reasons}::jsonb
    WHERE bulk_id = ${bulkId}::uuid AND position = ${position}::int AND undo IS NULL`)
}
