import { callBackDraft, callBackSharedDraft } from '@timedesk/contracts/scheduled-messages'
import type { DraftKind } from '@timedesk/contracts/drafts'

import { client } from '../client.ts'
import { useChange } from '../deeds/use-change.ts'
import { queryRoots } from '../query-roots.ts'

/** Makes a draft again of what is to go out. */
export function useCallBack(caseId: string) {
  return useChange(
    ({ kind, isShared }: { kind: DraftKind; isShared: boolean }) =>
      client.call(isShared ? callBackSharedDraft : callBackDraft, { params: { caseId, kind } }),
    [[...queryRoots.drafts, caseId]],
  )
}
