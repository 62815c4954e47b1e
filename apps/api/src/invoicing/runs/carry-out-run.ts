import type { RunCustomerState } from '@timedesk/contracts/invoice-runs'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Acting } from '../../platform/context.ts'
import type { Database, Tx } from '../../platform/db/database.ts'
import type { Deps } from '../../platform/deps.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { holdCustomer } from '../drafts/draft-terms.ts'
import { insertDrafts } from '../drafts/insert-drafts.ts'
import { findPlannableItems } from '../potential/plannable-items.ts'
import { planCustomer } from './plan-customer.ts'
import { holdRun, isOfRun, type HeldRun, type PlannedDocument } from './stored-run.ts'

/** What is told of a customer whom a fault kept from being dealt with; the log has the rest. */
const FAULT = 'Something went wrong on our side.'

/** What it asks of the world: transactions, or the one that all of it is to be part of. */
export type RunDeps = Pick<Deps, 'now' | 'newId' | 'signals'> & {
  database: Pick<Database, 'transact' | 'reader'>
  log: { error: (facts: object, message: string) => void }
  /** Hears of each customer that is dealt with. */
  onProgress?: (customerId: string) => void
}

/**
 * Carries a run out, or goes on with one that was broken off: each customer that waits, in a transaction of its own.
 * Safe to run any number of times and at once: a customer is dealt with exactly once, and what one run has claimed is
 * another potential for the next. A run that is not to be carried out is left alone.
 */
export async function carryOutRun(deps: RunDeps, runId: string): Promise<void> {
  const { database } = deps
  // Whoever commits it may not be done: the row is theirs until then.
  const run = await database.transact((tx) => holdRun(tx, runId))
  if (run.state !== 'running') return
  try {
    await note(deps, runId, null)
    const waiting = await database.reader.rows<{ id: string }>(Prisma.sql`SELECT w.customer_id AS id
      FROM invoice_run_customer w JOIN customer cu ON cu.id = w.customer_id
      WHERE w.run_id = ${runId}::uuid AND w.state = 'waiting' ORDER BY cu.name, cu.id`)
    for (const { id } of waiting) {
      await dealWith(deps, run, id)
      deps.onProgress?.(id)
    }
    await finish(deps, runId)
  } catch (error) {
    await note(deps, runId, FAULT)
    throw error
  }
}

async function note({ database }: RunDeps, runId: string, failure: string | null): Promise<void> {
  await database.reader.rows(
    Prisma.sql`UPDATE invoice_run SET failure = ${failure} WHERE id = ${runId}::uuid AND failure IS DISTINCT FROM ${failure}`,
  )
}

type Outcome = {
  state: z.output<typeof RunCustomerState>
  failure?: string
  documents?: PlannedDocument[]
}

/** A customer who cannot be dealt with keeps nobody else waiting. */
async function dealWith(deps: RunDeps, run: HeldRun, customerId: string): Promise<void> {
  const { database, signals, log } = deps
  const { id: runId } = run
  try {
    const written = await database.transact(async (tx) => {
      const context = contextOf(deps, run.startedByName)
      await draftFor(tx, context, run, customerId)
      return context.written
    })
    signals.publish(written)
  } catch (error) {
    const isRefused = error instanceof Refusal
    if (!isRefused) log.error({ err: error, runId, customerId }, 'a customer of an invoice run could not be dealt with')
    const failure = isRefused ? error.message : FAULT
    await database.transact((tx) => store(tx, { runId, customerId, now: deps.now() }, { state: 'failed', failure }))
  }
}

function contextOf({ now, newId }: RunDeps, name: string): Acting {
  return { actor: { kind: 'system', id: null, name }, now: now(), newId, requestId: null, written: [] }
}

/** What it rests on is held and read in one packet, in the order that all keep. */
async function draftFor(tx: Tx, context: Acting, run: HeldRun, customerId: string): Promise<void> {
  const { id: runId } = run
  const [{ state }, terms, [waiting], items] = await Promise.all([
    holdRun(tx, runId, 'together'),
    holdCustomer(tx, customerId),
    tx.rows<{ fingerprint: string }>(Prisma.sql`SELECT w.fingerprint FROM invoice_run_customer w
      WHERE w.run_id = ${runId}::uuid AND w.customer_id = ${customerId}::uuid AND w.state = 'waiting' FOR UPDATE`),
    findPlannableItems(
      tx,
      Prisma.sql`i.customer_id = ${customerId}::uuid AND i.held_because IS NULL AND ${isOfRun(run, context.now)}`,
    ),
  ])
  if (state !== 'running' || waiting === undefined) return
  const { planned, documents, fingerprint, ready } = planCustomer(items, terms)
  const place = { runId, customerId, now: context.now }
  if (fingerprint !== waiting.fingerprint) return store(tx, place, { state: 'changed' })
  if (planned.length === 0) return store(tx, place, { state: 'nothing' })
  const ids = await insertDrafts(tx, context, terms, { planned, items: ready, runId })
  const drafted = documents.map((document, index) => ({ ...document, id: ids[index] ?? null }))
  return store(tx, place, { state: 'done', documents: drafted })
}

/** Only what waits still: a customer is dealt with once. */
async function store(
  tx: Tx,
  { runId, customerId, now }: { runId: string; customerId: string; now: Date },
  { state, failure = '', documents }: Outcome,
): Promise<void> {
  const plan = documents === undefined ? Prisma.sql`plan` : Prisma.sql`${JSON.stringify({ documents })}::jsonb`
  await tx.rows(Prisma.sql`UPDATE invoice_run_customer SET state = ${state}, failure = ${failure}, done_at = ${now}, plan = ${plan}
    WHERE run_id = ${runId}::uuid AND customer_id = ${customerId}::uuid AND state = 'waiting'`)
}

async function finish(deps: RunDeps, runId: string): Promise<void> {
  const written = await deps.database.transact(async (tx) => {
    const { state, number, startedByName } = await holdRun(tx, runId)
    const [counts] = await tx.rows<{ waiting: number; documents: number; skipped: number }>(Prisma.sql`SELECT
        count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state <> 'done')::int AS skipped,
        coalesce(sum(jsonb_array_length(plan -> 'documents')) FILTER (WHERE state = 'done'), 0)::int AS documents
      FROM invoice_run_customer WHERE run_id = ${runId}::uuid`)
    if (state !== 'running' || counts === undefined || counts.waiting > 0) return []
    const context = contextOf(deps, startedByName)
    await tx.rows(
      Prisma.sql`UPDATE invoice_run SET state = 'done', finished_at = ${context.now}, version = version + 1 WHERE id = ${runId}::uuid`,
    )
    const { documents, skipped } = counts
    await appendEvents(tx, context, { kind: 'run', id: runId }, [{ type: 'run.finished', number, documents, skipped }])
    return context.written
  })
  deps.signals.publish(written)
}
