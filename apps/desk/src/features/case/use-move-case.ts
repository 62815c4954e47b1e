import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import { changeCaseStatus, dispatchCase, type Case } from '@timedesk/contracts/cases'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'
import { viewQueries } from '../../shared/views/view-queries.ts'
import { besideQueries } from './beside-queries.ts'
import { casePageQueries } from './case-page-queries.ts'
import type { MoveBody } from './moves/move-draft.ts'

export type Move = { statusId: string; body: MoveBody }

/** Moves a case to another status. After a refusal the case is read again: it may take more by now than it did. */
export function useChangeStatus(subject: Case) {
  const refresh = useRefreshCase(subject)
  return useMutation({
    mutationFn: ({ statusId, body }: Move) =>
      client.call(changeCaseStatus, { params: { caseId: subject.id }, body: { statusId, ...body } }),
    onSuccess: refresh,
    onError: async (error) => {
      if (isRefusal(error)) await refresh()
    },
  })
}

export type Assignment = { departmentId: string; responsibleId: string | null; comment: string }

/** Sends a case to a department's queue or to a person. */
export function useDispatchCase(subject: Case) {
  const refresh = useRefreshCase(subject)
  return useMutation({
    mutationFn: ({ comment, ...assignment }: Assignment) =>
      client.call(dispatchCase, {
        params: { caseId: subject.id },
        body: { ...assignment, ...(comment !== '' && { comment }) },
      }),
    onSuccess: refresh,
  })
}

/** Reads again whatever shows the case: its page, its log, the lists and their figures. */
export function useRefreshCase({ id, number }: Case): () => Promise<unknown> {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: casePageQueries.detail(String(number)).queryKey }),
      queryClient.invalidateQueries({ queryKey: casePageQueries.timelines(id) }),
      queryClient.invalidateQueries({ queryKey: besideQueries.of(id) }),
      queryClient.invalidateQueries({ queryKey: caseQueries.lists() }),
      queryClient.invalidateQueries({ queryKey: viewQueries.allCounts() }),
    ])
}
