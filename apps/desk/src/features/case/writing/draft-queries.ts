import { queryOptions } from '@tanstack/react-query'
import { listCaseDrafts, type MessageDraft } from '@timedesk/contracts/drafts'

import { client } from '../../../shared/client.ts'

export const draftQueries = {
  /** One's own drafts of a case, the shared ones, and what was left behind. */
  ofCase: (caseId: string) =>
    queryOptions({
      queryKey: ['drafts', caseId],
      queryFn: async ({ signal }): Promise<MessageDraft[]> =>
        (await client.call(listCaseDrafts, { params: { caseId }, signal })).data,
      refetchOnMount: 'always',
    }),
}
