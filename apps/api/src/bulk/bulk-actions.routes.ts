import {
  commitBulkAction as commit,
  getBulkAction,
  listBulkActionCases,
  listBulkActions,
  planBulkAction as plan,
  undoBulkAction as undo,
} from '@timedesk/contracts/bulk-actions'
import type { RouteModule } from '../platform/http/serve.ts'
import { commitBulkAction, undoBulkAction } from './commit-bulk-action.ts'
import { findBulkAction, findBulkActions } from './find-bulk-actions.ts'
import { findBulkCases } from './find-bulk-cases.ts'
import { planBulkAction } from './plan-bulk-action.ts'

/** The same change of many cases: a dry run, the job that does it, and undoing it. */
export const bulkActionRoutes: RouteModule = (serve) => {
  serve.write(plan, async ({ tx, context, actor, body, deps, now }) => {
    const id = await planBulkAction(tx, context, body, deps)
    return { body: await findBulkAction(tx, id, { actor, now }), location: `/api/v1/bulk-actions/${id}` }
  })

  serve.read(listBulkActions, async ({ reader, deps, query, actor, now }) => ({
    body: await findBulkActions(reader, deps.paging, query, { actor, now }),
  }))

  serve.read(getBulkAction, async ({ reader, actor, params, now }) => ({
    body: await findBulkAction(reader, params.bulkId, { actor, now }),
  }))

  serve.read(listBulkActionCases, async ({ reader, deps, actor, params, query }) => ({
    body: await findBulkCases(reader, deps.paging, actor, params.bulkId, query),
  }))

  serve.write(commit, async ({ tx, context, actor, params, deps, now }) => {
    await commitBulkAction(tx, context, params.bulkId, deps.jobs)
    return { body: await findBulkAction(tx, params.bulkId, { actor, now }) }
  })

  serve.write(undo, async ({ tx, context, actor, params, deps, now }) => {
    await undoBulkAction(tx, context, params.bulkId, deps.jobs)
    return { body: await findBulkAction(tx, params.bulkId, { actor, now }) }
  })
}
