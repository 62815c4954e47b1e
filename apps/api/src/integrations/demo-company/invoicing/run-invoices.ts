import { Prisma } from '@timedesk/prisma/client'
import { carryOutRun } from '../../../invoicing/runs/carry-out-run.ts'
import { commitInvoiceRun } from '../../../invoicing/runs/commit-run.ts'
import { planInvoiceRun } from '../../../invoicing/runs/plan-run.ts'
import type { Context, StaffActor } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'

/** Plans a run for all that is ready up to a day, commits it and carries it out, all within the open transaction. */
export async function runInvoices(tx: Tx, context: Context<StaffActor>, through: string): Promise<void> {
  const known = await tx.rows(Prisma.sql`SELECT 1 FROM potential_item WHERE day <= ${through}::date LIMIT 1`)
  if (known.length === 0) return
  const runId = await planInvoiceRun(tx, context, { through })
  await commitInvoiceRun(tx, context, runId, { enqueue: () => Promise.resolve() })
  const { now, newId } = context
  const whole = {
    database: { reader: tx, transact: <Result>(work: (tx: Tx) => Promise<Result>) => work(tx) },
    signals: { publish: () => undefined, subscribe: () => () => undefined },
    log: {
      error: (facts: object, message: string) => {
        throw new Error(message, { cause: facts })
      },
    },
  }
  await carryOutRun({ ...whole, now: () => now, newId }, runId)
}
