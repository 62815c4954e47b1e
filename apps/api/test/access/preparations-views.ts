import type { CaseView } from '@timedesk/contracts/case-views'
import { newId } from '../../src/platform/new-id.ts'
import { send } from '../cases.ts'
import type { SignedIn } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World, actor: SignedIn | null) => Promise<Prepared>

/** What anybody may save: a view of their own. */
const body = () => ({ name: newId(), scope: 'private', query: 'is:active' })

/** One of the actor's own; who may not save one is refused before it matters which. */
const withView: Prepare = async (server, _world, actor) => {
  if (actor === null) return { params: { viewId: newId() } }
  const answer = await send(server, actor, 'POST', '/api/v1/case-views', body())
  return { params: { viewId: answer.statusCode === 201 ? answer.json<CaseView>().id : newId() } }
}

/** What the routes of views, badges and values of queries need beside the world to succeed. */
export const viewPreparations: Record<string, Prepare> = {
  createCaseView: () => Promise.resolve({ body: body() }),
  getCaseView: withView,
  updateCaseView: withView,
  removeCaseView: withView,
  orderCaseViews: () => Promise.resolve({ body: { views: [{ id: 'mine', isPinned: true }] } }),
  getCaseViewCounts: () => Promise.resolve({ query: { ids: 'inbox,active' } }),
  listCaseBadges: (_server, { caseId }) => Promise.resolve({ query: { caseIds: caseId } }),
  listCaseQueryValues: () => Promise.resolve({ query: { key: 'customer' } }),
}
