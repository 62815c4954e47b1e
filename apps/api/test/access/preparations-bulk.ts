import type { BulkAction } from '@timedesk/contracts/bulk-actions'
import { workBulkAction } from '../../src/bulk/work-bulk-action.ts'
import { newId } from '../../src/platform/new-id.ts'
import { send } from '../cases.ts'
import type { SignedIn } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World, actor: SignedIn | null) => Promise<Prepared>

/** What everybody who reads cases may do with many. */
const bodyOf = ({ caseId }: World) => ({
  selection: { caseIds: [caseId] },
  changes: [{ kind: 'follow', isFollowed: true }],
})

/** One of the actor's own; those who may not plan one are refused before it matters which. */
const planned: Prepare = async (server, world, actor) => ({ params: { bulkId: await plan(server, world, actor) } })

/** What the routes of bulk actions need beside the world to succeed. */
export const bulkPreparations: Record<string, Prepare> = {
  planBulkAction: (_server, world) => Promise.resolve({ body: bodyOf(world) }),
  getBulkAction: planned,
  listBulkActionCases: planned,
  commitBulkAction: planned,
  undoBulkAction: async (server, world, actor) => {
    const bulkId = await plan(server, world, actor)
    if (actor !== null) await send(server, actor, 'PUT', `/api/v1/bulk-actions/${bulkId}/commit`)
    await workBulkAction(server.deps, bulkId).catch(() => undefined)
    return { params: { bulkId } }
  },
}

async function plan(server: TestServer, world: World, actor: SignedIn | null): Promise<string> {
  if (actor === null) return newId()
  const answer = await send(server, actor, 'POST', '/api/v1/bulk-actions', bodyOf(world))
  return answer.statusCode === 201 ? answer.json<BulkAction>().id : newId()
}
