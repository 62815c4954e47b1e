import * as statuses from '@timedesk/contracts/case-settings'
import * as contracts from '@timedesk/contracts/workflows'
import type { RouteModule } from '../../platform/http/serve.ts'
import { createCaseStatus } from './create-case-status.ts'
import { createWorkflow } from './create-workflow.ts'
import { findCaseStatus, findCaseStatuses } from './find-case-statuses.ts'
import { findWorkflowVersions } from './find-workflow-versions.ts'
import { findWorkflow, findWorkflows } from './find-workflows.ts'
import { orderCaseStatuses } from './order-case-statuses.ts'
import { previewWorkflow } from './preview-workflow.ts'
import { updateCaseStatus } from './update-case-status.ts'
import { updateWorkflow } from './update-workflow.ts'

/** Statuses of cases. */
export const caseStatusRoutes: RouteModule = (serve) => {
  serve.read(statuses.listCaseStatuses, async ({ reader, query }) => ({
    body: { data: await findCaseStatuses(reader, query.isActive) },
  }))

  serve.write(statuses.createCaseStatus, async ({ tx, context, body }) => {
    const status = await findCaseStatus(tx, await createCaseStatus(tx, context, body))
    return { body: status, version: status.version }
  })

  serve.write(statuses.updateCaseStatus, async ({ tx, context, params, body, ifMatch }) => {
    await updateCaseStatus(tx, context, { ...params, ...body }, ifMatch)
    const status = await findCaseStatus(tx, params.statusId)
    return { body: status, version: status.version }
  })

  serve.write(statuses.orderCaseStatuses, async ({ tx, context, body }) => {
    await orderCaseStatuses(tx, context, body)
    return { body: { data: await findCaseStatuses(tx) } }
  })
}

/** Workflows: how cases move. */
export const workflowRoutes: RouteModule = (serve) => {
  serve.read(contracts.listWorkflows, async ({ reader, query }) => ({
    body: { data: await findWorkflows(reader, query.isActive) },
  }))

  serve.read(contracts.getWorkflow, async ({ reader, params }) => {
    const workflow = await findWorkflow(reader, params.workflowId)
    return { body: workflow, version: workflow.version }
  })

  serve.read(contracts.listWorkflowVersions, async ({ reader, deps, params, query }) => ({
    body: await findWorkflowVersions(reader, deps.paging, { ...params, ...query }),
  }))

  serve.read(contracts.previewWorkflow, async ({ reader, body }) => ({ body: await previewWorkflow(reader, body) }))

  serve.write(contracts.createWorkflow, async ({ tx, context, body }) => {
    const id = await createWorkflow(tx, context, body)
    const workflow = await findWorkflow(tx, id)
    return { body: workflow, version: workflow.version, location: `/api/v1/workflows/${id}` }
  })

  serve.write(contracts.updateWorkflow, async ({ tx, context, params, body, ifMatch }) => {
    await updateWorkflow(tx, context, { ...params, ...body }, ifMatch)
    const workflow = await findWorkflow(tx, params.workflowId)
    return { body: workflow, version: workflow.version }
  })
}
