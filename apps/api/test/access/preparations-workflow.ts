import { newId } from '../../src/platform/new-id.ts'
import { statusId } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import { DEFAULT_WORKFLOW_ID, simpleDefinition } from '../workflow-desk.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

/** What the routes of workflows and links need beside the world to succeed. */
export const workflowPreparations = {
  getWorkflow: withDefault,
  listWorkflowVersions: withDefault,
  previewWorkflow: () => Promise.resolve({ body: { workflowId: DEFAULT_WORKFLOW_ID, definition: simpleDefinition() } }),
  createWorkflow: () => Promise.resolve({ body: { name: newId(), definition: simpleDefinition() } }),
  updateWorkflow: async ({ database }: TestServer): Promise<Prepared> => {
    const id = newId()
    const said = { number: 1, name: id, definition: simpleDefinition(), savedAt: new Date(), savedByName: 'Anna Berg' }
    await database.transact(async (tx) => {
      await tx.workflow.create({ data: { id, name: id } })
      await tx.workflowVersion.create({ data: { workflowId: id, ...said } })
    })
    return { params: { workflowId: id }, body: { name: id, definition: simpleDefinition() } }
  },
  orderCaseStatuses: async ({ database }: TestServer): Promise<Prepared> => {
    const statuses = await database.transact((tx) => tx.caseStatus.findMany())
    return { body: { statusIds: statuses.map(({ id }) => id) } }
  },
  setCaseParent: () => Promise.resolve({ body: { parentId: null } }),
  extranetFollowUpCase: async ({ database, clock }: TestServer, { caseId }: World): Promise<Prepared> => {
    const ended = { statusId: statusId.cancelled, category: 'cancelled', closedAt: clock.now }
    await database.transact((tx) => tx.supportCase.update({ where: { id: caseId }, data: ended }))
    return {}
  },
}

function withDefault(): Promise<Prepared> {
  return Promise.resolve({ params: { workflowId: DEFAULT_WORKFLOW_ID } })
}
