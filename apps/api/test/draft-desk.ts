import type { MessageDraft } from '@timedesk/contracts/drafts'
import { newId } from '../src/platform/new-id.ts'
import { send } from './cases.ts'
import type { SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

export const noTime = {
  ...{ minutes: null, startedAt: '', endedAt: '', workDate: null, activityTypeId: null },
  ...{ priceClassId: null, isBillable: null, customerText: '', internalText: '' },
}

/** What is written, with whatever matters to the test. */
export function draftBody(given: object = {}) {
  const device = { id: newId(), kind: 'computer' }
  return { body: 'Dear Anna,', attachmentIds: [], pictureIds: [], time: noTime, seenMessageId: null, device, ...given }
}

/** Calls on the drafts of cases as somebody. */
export function openDraftDesk(server: TestServer) {
  const at = (caseId: string, rest: string) => `/api/v1/cases/${caseId}/${rest}`
  return {
    keep: (by: SignedIn, caseId: string, version: number, given: object = {}, where = 'drafts/reply') =>
      send(server, by, 'PUT', at(caseId, where), draftBody(given), { 'if-match': `"v${String(version)}"` }),
    discard: (by: SignedIn, caseId: string, version: number, where = 'drafts/reply') =>
      send(server, by, 'DELETE', at(caseId, where), undefined, { 'if-match': `"v${String(version)}"` }),
    share: (by: SignedIn, caseId: string) => send(server, by, 'PUT', at(caseId, 'drafts/reply/sharing')),
    unshare: (by: SignedIn, caseId: string) => send(server, by, 'DELETE', at(caseId, 'drafts/reply/sharing')),
    schedule: (by: SignedIn, { case: { id }, kind, isShared, version }: MessageDraft, given: object) =>
      send(server, by, 'PUT', at(id, `${isShared ? 'shared-drafts' : 'drafts'}/${kind}/sending`), given, {
        'if-match': `"v${String(version)}"`,
      }),
    callBack: (by: SignedIn, { case: { id }, kind, isShared }: MessageDraft) =>
      send(server, by, 'DELETE', at(id, `${isShared ? 'shared-drafts' : 'drafts'}/${kind}/sending`)),
    takeOver: (by: SignedIn, caseId: string, employeeId: string) =>
      send(server, by, 'POST', at(caseId, 'takeovers'), { employeeId, kind: 'reply' }),
    post: (by: SignedIn, caseId: string, given: object) =>
      send(server, by, 'POST', at(caseId, 'replies'), { body: 'Please restart.', ...given }),
    list: async (by: SignedIn, caseId: string) =>
      (await send(server, by, 'GET', at(caseId, 'drafts'))).json<{ data: MessageDraft[] }>().data,
  }
}
