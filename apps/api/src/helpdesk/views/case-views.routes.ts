import * as contracts from '@timedesk/contracts/case-views'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { countCaseViews } from './count-case-views.ts'
import { createCaseView } from './create-case-view.ts'
import { findCaseView, findCaseViews } from './find-case-views.ts'
import { orderCaseViews } from './order-case-views.ts'
import { removeCaseView } from './remove-case-view.ts'
import { updateCaseView } from './update-case-view.ts'

async function show(reader: Reader, actor: StaffActor, id: string) {
  const view = await findCaseView(reader, actor, id)
  return { body: view, version: view.version }
}

/** The views of the work list. */
export const caseViewRoutes: RouteModule = (serve) => {
  serve.read(contracts.listCaseViews, async ({ reader, actor }) => ({
    body: { data: await findCaseViews(reader, actor) },
  }))

  serve.read(contracts.getCaseView, ({ reader, actor, params }) => show(reader, actor, params.viewId))

  serve.write(contracts.createCaseView, async ({ tx, context, actor, body }) => {
    const id = await createCaseView(tx, context, body)
    return { ...(await show(tx, actor, id)), location: `/api/v1/case-views/${id}` }
  })

  serve.write(contracts.updateCaseView, async ({ tx, context, actor, params, body, ifMatch }) => {
    await updateCaseView(tx, context, { ...params, ...body }, ifMatch)
    return show(tx, actor, params.viewId)
  })

  serve.write(contracts.removeCaseView, async ({ tx, context, params }) => {
    await removeCaseView(tx, context, params)
    return { body: undefined }
  })

  serve.write(contracts.orderCaseViews, async ({ tx, context, actor, body }) => {
    await orderCaseViews(tx, context, body)
    return { body: { data: await findCaseViews(tx, actor) } }
  })

  serve.read(contracts.getCaseViewCounts, async ({ deps, actor, query }) => ({
    body: { data: await countCaseViews(deps, actor, query.ids) },
  }))
}
