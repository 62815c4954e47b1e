import type { MessageDraft } from '@timedesk/contracts/drafts'
import { newId } from '../../src/platform/new-id.ts'
import { send } from '../cases.ts'
import { draftBody } from '../draft-desk.ts'
import { buildEmployee, type SignedIn } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World, actor: SignedIn | null) => Promise<Prepared>

const params = { kind: 'reply' }
const NONE_YET = { 'if-match': '"v0"' }
const keep: Prepare = () => Promise.resolve({ params, headers: NONE_YET, body: draftBody() })
const discard: Prepare = () => Promise.resolve({ params, headers: NONE_YET })
const colleague: Prepare = async (server) => ({ body: { employeeId: (await buildEmployee(server)).id } })

/** What the routes of drafts and presence need beside the world to succeed. */
export const draftPreparations: Record<string, Prepare> = {
  keepDraft: keep,
  keepSharedDraft: keep,
  discardDraft: discard,
  discardSharedDraft: discard,
  shareDraft: async (server, world, actor) => {
    await begin(server, world, actor)
    return { params }
  },
  unshareDraft: async (server, world, actor) => {
    await begin(server, world, actor)
    if (actor !== null) await send(server, actor, 'PUT', `/api/v1/cases/${world.caseId}/drafts/reply/sharing`)
    return { params }
  },
  ...{ scheduleDraft: schedule(false), scheduleSharedDraft: schedule(true) },
  ...{ callBackDraft: schedule(false), callBackSharedDraft: schedule(true) },
  askWriter: colleague,
  takeOverWriting: async (server) => ({ body: { employeeId: (await buildEmployee(server)).id, kind: 'reply' } }),
  leaveCase: () => Promise.resolve({ query: { windowId: newId() } }),
  listCasePresences: (_server, { caseId }) => Promise.resolve({ query: { caseIds: caseId } }),
}

/** A draft that can be scheduled, again too, or called back without being so. */
function schedule(isShared: boolean): Prepare {
  return async (server, world, actor) => {
    if (actor === null) return { params, headers: NONE_YET, body: {} }
    const url = `/api/v1/cases/${world.caseId}`
    await send(server, actor, 'PUT', `${url}/${isShared ? 'shared-drafts' : 'drafts'}/reply`, draftBody(), NONE_YET)
    const { data = [] } = (await send(server, actor, 'GET', `${url}/drafts`)).json<{ data?: MessageDraft[] }>()
    const version = data.find((draft) => draft.isShared === isShared)?.version ?? 0
    return { params, headers: { 'if-match': `"v${String(version)}"` }, body: {} }
  }
}

/** Those who may not write begin nothing, and are refused before it matters. */
async function begin(server: TestServer, { caseId }: World, actor: SignedIn | null): Promise<void> {
  if (actor !== null) await send(server, actor, 'PUT', `/api/v1/cases/${caseId}/drafts/reply`, draftBody(), NONE_YET)
}
