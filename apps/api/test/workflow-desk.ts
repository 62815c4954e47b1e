import type { Case } from '@timedesk/contracts/cases'
import type { Transition, WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import type { Workflow } from '@timedesk/contracts/workflows'
import { newId } from '../src/platform/new-id.ts'
import { openCase, send } from './cases.ts'
import { buildCustomer, buildEmployee, statusId, type SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

export const DEFAULT_WORKFLOW_ID = '00000000-0000-7000-8000-000000000041'

type Status = keyof typeof statusId

/** A move between standard statuses that asks for nothing, unless told. */
export function transition(from: Status, to: Status, terms: Partial<Transition> = {}): Transition {
  return { fromId: statusId[from], toId: statusId[to], who: [], requires: [], gates: [], ...terms }
}

/** The standard statuses from new over open to solved and closed, and back to open; some moves with terms. */
export function simpleDefinition(
  terms: Partial<Record<`${Status} ${Status}`, Partial<Transition>>> = {},
  changes: Partial<WorkflowDefinition> = {},
): WorkflowDefinition {
  const moves = [
    ['new', 'open'],
    ['new', 'solved'],
    ['open', 'waiting_customer'],
    ['waiting_customer', 'open'],
    ['waiting_customer', 'solved'],
    ['open', 'solved'],
    ['solved', 'open'],
    ['solved', 'closed'],
    ['closed', 'open'],
    ['open', 'cancelled'],
    ['cancelled', 'open'],
  ] as const
  return {
    statusIds: (['new', 'open', 'waiting_customer', 'solved', 'closed', 'cancelled'] as const).map(
      (one) => statusId[one],
    ),
    transitions: moves.map(([from, to]) => transition(from, to, terms[`${from} ${to}`])),
    silence: [],
    reopenDays: 30,
    ...changes,
  }
}

/** What tests of workflows do all the time. */
export async function openWorkflowDesk(server: TestServer) {
  const administrator = await buildEmployee(server, { role: 'administrator' })
  const lead = await buildEmployee(server, { role: 'lead' })
  const agent = await buildEmployee(server)

  const as =
    (by: SignedIn) =>
    (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, payload?: object, headers = {}) =>
      send(server, by, method, `/api/v1${path}`, payload, headers)
  const settings = as(administrator)

  /** A workflow of its own, with a case type that moves by it. */
  async function buildFlow(definition: WorkflowDefinition): Promise<{ workflow: Workflow; typeId: string }> {
    const name = newId()
    const answer = await settings('POST', '/workflows', { name, definition })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    const workflow = answer.json<Workflow>()
    const type = await settings('POST', '/case-types', { name, workflowId: workflow.id })
    if (type.statusCode !== 201) throw new Error(type.body)
    return { workflow, typeId: type.json<{ id: string }>().id }
  }

  return {
    administrator,
    lead,
    agent,
    as,
    settings,
    buildFlow,
    /** A case that moves by a definition, at a customer of its own. */
    async buildCase(definition: WorkflowDefinition, given: object = {}): Promise<Case & { flow: Workflow }> {
      const { workflow, typeId } = await buildFlow(definition)
      const { id: customerId } = await buildCustomer(server)
      return { ...(await openCase(server, agent, { customerId, typeId, ...given })), flow: workflow }
    },
    move: (caseId: string, to: Status, terms: object = {}, by: SignedIn = agent) =>
      as(by)('PUT', `/cases/${caseId}/status`, { statusId: statusId[to], ...terms }),
    async read(caseId: string, by: SignedIn = agent): Promise<Case> {
      return (await as(by)('GET', `/cases/${caseId}`)).json<Case>()
    },
    /** Saves a new version, whatever the version. */
    save: ({ id, name }: Pick<Workflow, 'id' | 'name'>, definition: WorkflowDefinition, more: object = {}) =>
      settings('PUT', `/workflows/${id}`, { name, definition, ...more }, { 'if-match': '*' }),
    /** What the log of a case tells, earliest first. */
    async eventsOf(caseId: string): Promise<{ type: string }[]> {
      const { rows } = await server.database.pool.query<{ type: string; payload: object }>(
        'SELECT type, payload FROM event WHERE case_id = $1 ORDER BY sequence',
        [caseId],
      )
      return rows.map(({ type, payload }) => ({ type, ...payload }))
    },
  }
}
