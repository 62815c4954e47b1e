import {
  cancelInvoiceRun as cancel,
  commitInvoiceRun as commit,
  getInvoiceRun,
  listInvoiceRuns,
  listRunCustomers,
  planInvoiceRun as plan,
} from '@timedesk/contracts/invoice-runs'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { cancelInvoiceRun, commitInvoiceRun } from './commit-run.ts'
import { findRunCustomers } from './find-run-customers.ts'
import { findRun, findRuns } from './find-runs.ts'
import { planInvoiceRun } from './plan-run.ts'

async function show(reader: Reader, actor: StaffActor, runId: string) {
  const run = await findRun(reader, actor, runId)
  return { body: run, version: run.version }
}

/** Invoice runs: drafts for many customers, previewed and then carried out. */
export const runRoutes: RouteModule = (serve) => {
  serve.read(listInvoiceRuns, async ({ reader, deps, query, actor }) => ({
    body: await findRuns(reader, deps.paging, query, actor),
  }))

  serve.write(plan, async ({ tx, context, actor, body }) => {
    const id = await planInvoiceRun(tx, context, body)
    return { ...(await show(tx, actor, id)), location: `/api/v1/invoice-runs/${id}` }
  })

  serve.read(getInvoiceRun, async ({ reader, actor, params }) => show(reader, actor, params.runId))

  serve.read(listRunCustomers, async ({ reader, deps, params, query }) => ({
    body: await findRunCustomers(reader, deps.paging, params.runId, query),
  }))

  serve.write(commit, async ({ tx, context, actor, params, deps }) => {
    await commitInvoiceRun(tx, context, params.runId, deps.jobs)
    return show(tx, actor, params.runId)
  })

  serve.write(cancel, async ({ tx, context, actor, params }) => {
    await cancelInvoiceRun(tx, context, params.runId)
    return show(tx, actor, params.runId)
  })
}
