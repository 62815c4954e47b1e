import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { holdRun } from './stored-run.ts'

/**
 * Has a run carried out. One that is under way goes on, in case it was broken off, and one that is done stays as it is.
 * Refuses with `not_found`, and with `run_state_refused` what was cancelled.
 */
export async function commitInvoiceRun(tx: Tx, context: Context, runId: string, jobs: Jobs): Promise<void> {
  const { state, number } = await holdRun(tx, runId)
  if (state === 'done') return
  if (state !== 'planned' && state !== 'running') throw new Refusal('run_state_refused')
  if (state === 'planned') {
    await tx.rows(Prisma.sql`UPDATE invoice_run SET state = 'running', committed_at = ${context.now}, version = version + 1
      WHERE id = ${runId}::uuid`)
    await appendEvents(tx, context, { kind: 'run', id: runId }, [{ type: 'run.committed', number }])
  }
  // Last, and before the commit: a job that comes too early waits for the row, one that is missing never runs.
  await jobs.enqueue('invoice-run', { runId })
}

/**
 * Cancels a run: customers that are not dealt with yet are left alone, drafts stay. Refuses with `not_found`, and with
 * `run_state_refused` what is over.
 */
export async function cancelInvoiceRun(tx: Tx, context: Context, runId: string): Promise<void> {
  const { state, number } = await holdRun(tx, runId)
  if (state !== 'planned' && state !== 'running') throw new Refusal('run_state_refused')
  await Promise.all([
    tx.rows(Prisma.sql`UPDATE invoice_run SET state = 'cancelled', finished_at = ${context.now}, version = version + 1
      WHERE id = ${runId}::uuid`),
    tx.rows(
      Prisma.sql`UPDATE invoice_run_customer SET state = 'cancelled' WHERE run_id = ${runId}::uuid AND state = 'waiting'`,
    ),
    appendEvents(tx, context, { kind: 'run', id: runId }, [{ type: 'run.cancelled', number }]),
  ])
}
