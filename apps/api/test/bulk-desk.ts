import type { BulkAction, BulkActionCase } from '@timedesk/contracts/bulk-actions'
import type { Case } from '@timedesk/contracts/cases'
import type { BulkDeps } from '../src/bulk/bulk-deps.ts'
import { workBulkAction } from '../src/bulk/work-bulk-action.ts'
import { openCase, send } from './cases.ts'
import { buildCustomer, buildEmployee, type SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

export const HIGH_PRIORITY_ID = '00000000-0000-7000-8000-000000000012'

/** What tests of bulk actions do all the time: an agent plans one, commits it, and the job works it. */
export async function openBulkDesk(server: TestServer) {
  const agent = await buildEmployee(server, { name: 'Ida Lund' })
  const { id: customerId } = await buildCustomer(server)

  const as = (by: SignedIn) => (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
    send(server, by, method, `/api/v1${path}`, payload)

  /** What has to be answered with success. */
  async function succeed<Answer>(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object): Promise<Answer> {
    const answer = await as(agent)(method, path, payload)
    if (answer.statusCode >= 300) throw new Error(answer.body)
    return answer.json<Answer>()
  }

  const work = (bulkId: string, given: Partial<BulkDeps> = {}) => workBulkAction({ ...server.deps, ...given }, bulkId)
  const plan = (caseIds: readonly string[], ...changes: object[]) =>
    succeed<BulkAction>('POST', '/bulk-actions', { selection: { caseIds }, changes })
  const read = (bulkId: string) => succeed<BulkAction>('GET', `/bulk-actions/${bulkId}`)
  const commit = (bulkId: string) => succeed<BulkAction>('PUT', `/bulk-actions/${bulkId}/commit`)

  return {
    agent,
    customerId,
    as,
    succeed,
    work,
    plan,
    read,
    commit,
    openCase: (given: object = {}) => openCase(server, agent, { customerId, ...given }),
    async openCases(count: number, given: object = {}): Promise<string[]> {
      const ids: string[] = []
      for (let made = 0; made < count; made += 1) ids.push((await openCase(server, agent, { customerId, ...given })).id)
      return ids
    },
    readCase: (caseId: string) => succeed<Case>('GET', `/cases/${caseId}`),
    async casesOf(bulkId: string, query = ''): Promise<BulkActionCase[]> {
      const path = `/bulk-actions/${bulkId}/cases?limit=200${query}`
      return (await succeed<{ data: BulkActionCase[] }>('GET', path)).data
    },
    /** Commits it and works it. */
    async carryOut(bulkId: string): Promise<BulkAction> {
      await commit(bulkId)
      await work(bulkId)
      return read(bulkId)
    },
    /** Has it undone, and works that. */
    async takeBack(bulkId: string): Promise<BulkAction> {
      await succeed('PUT', `/bulk-actions/${bulkId}/undo`)
      await work(bulkId)
      return read(bulkId)
    },
    /** What the log of a case tells, earliest first. */
    async eventsOf(caseId: string): Promise<({ type: string } & Record<string, unknown>)[]> {
      const { rows } = await server.database.pool.query<{ type: string; payload: Record<string, unknown> }>(
        'SELECT type, payload FROM event WHERE case_id = $1 ORDER BY sequence',
        [caseId],
      )
      return rows.map(({ type, payload }) => ({ ...payload, type }))
    },
  }
}
