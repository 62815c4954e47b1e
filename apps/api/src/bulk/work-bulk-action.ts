import { Prisma } from '@timedesk/prisma/client'
import { findStaffActor } from '../identity/find-staff-actor.ts'
import type { WrittenEvent } from '../platform/context.ts'
import { pass } from '../platform/realtime/pass.ts'
import { applyNext } from './apply-case.ts'
import type { BulkDeps } from './bulk-deps.ts'
import { finishBulk } from './finish-bulk.ts'
import { endPlanning, judgeCases, refuseUnjudged } from './judge-cases.ts'
import { ACCOUNT_GONE, FAULT, holdBulk, type HeldBulk } from './stored-bulk.ts'
import { undoNext } from './undo-applied.ts'

/** A transaction judges so many: it holds none of them for long, and what has been judged is kept. */
const JUDGED_PER_TRANSACTION = 20
/** Whoever waits hears of progress each time so many cases are dealt with. */
const TOLD_EVERY_CASES = 10

/**
 * Goes on with a bulk action from wherever it stands: judges what is not judged yet, changes what still waits, or undoes
 * what is not undone. Safe to run any number of times and at once: a case is dealt with exactly once. One that waits
 * for nothing is left alone.
 */
export async function workBulkAction(deps: BulkDeps, bulkId: string): Promise<void> {
  const { database } = deps
  // Whoever asked for it may not have committed: the row is theirs until then.
  const bulk = await database.transact((tx) => holdBulk(tx, bulkId))
  try {
    await note(deps, bulkId, null)
    if (bulk.state === 'planning') await judgeAll(deps, bulk)
    if (bulk.state === 'running') await dealWithAll(deps, bulk, Prisma.sql`state = 'waiting'`, applyNext)
    if (bulk.state === 'undoing')
      await dealWithAll(deps, bulk, Prisma.sql`state = 'changed' AND undo IS NULL`, undoNext)
  } catch (error) {
    await note(deps, bulkId, FAULT.detail)
    throw error
  }
}

async function note({ database }: BulkDeps, bulkId: string, failure: string | null): Promise<void> {
  await database.reader.rows(
    Prisma.sql`UPDATE bulk_action SET failure = ${failure} WHERE id = ${bulkId}::uuid AND failure IS DISTINCT FROM ${failure}`,
  )
}

async function judgeAll(deps: BulkDeps, bulk: HeldBulk): Promise<void> {
  let judged: number
  do {
    judged = await judgeSome(deps, bulk)
    deps.onProgress?.(bulk.id)
  } while (judged > 0)
}

async function judgeSome(deps: BulkDeps, bulk: HeldBulk): Promise<number> {
  const { database, publicUrl, log, now, newId } = deps
  const judged = await database.transact(async (tx) => {
    const { state } = await holdBulk(tx, bulk.id)
    if (state !== 'planning') return 0
    const actor = await findStaffActor(tx, bulk, now())
    if (actor === null) return refuseUnjudged(tx, bulk.id, ACCOUNT_GONE)
    const context = { actor, now: now(), newId, requestId: null, written: [] }
    const count = await judgeCases(tx, context, bulk, JUDGED_PER_TRANSACTION, { publicUrl, log })
    if (count < JUDGED_PER_TRANSACTION) await endPlanning(tx, bulk.id)
    return count
  })
  tell(deps, bulk)
  return judged
}

type DealWith = (deps: BulkDeps, bulk: HeldBulk, position: number) => Promise<void>

async function dealWithAll(deps: BulkDeps, bulk: HeldBulk, waits: Prisma.Sql, dealWith: DealWith): Promise<void> {
  const waiting = await deps.database.reader.rows<{ position: number; caseId: string }>(
    Prisma.sql`SELECT position, case_id AS "caseId" FROM bulk_action_case WHERE bulk_id = ${bulk.id}::uuid AND ${waits} ORDER BY position`,
  )
  for (const [index, { position, caseId }] of waiting.entries()) {
    await dealWith(deps, bulk, position)
    deps.onProgress?.(caseId)
    if (index % TOLD_EVERY_CASES === 0) tell(deps, bulk)
  }
  await finishBulk(deps, bulk.id)
  tell(deps, bulk)
}

/** Tells whoever planned it that it moved on. */
function tell({ signals, newId }: BulkDeps, { id, employeeId }: HeldBulk): void {
  const written: WrittenEvent[] = []
  pass({ written, newId }, 'bulk.moved', { employeeId, aboutId: id })
  signals.publish(written)
}
