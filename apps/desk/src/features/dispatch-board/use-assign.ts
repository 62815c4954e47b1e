import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { dispatchCase } from '@timedesk/contracts/cases'
import type { DispatchBoard } from '@timedesk/contracts/dispatch-board'
import type { CaseSummary } from '@timedesk/contracts/work-list'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { withCaseAt, type Place } from './place-case.ts'

type Assignment = { moved: CaseSummary; to: Place }

/** Gives a case to a person or a queue; the board shows it at once and takes it back when it is refused. */
export function useAssign(departmentId: string | undefined) {
  const queryClient = useQueryClient()
  const boardKey = [...queryRoots.dispatchBoard, 'board', departmentId ?? 'all']
  return useMutation({
    mutationFn: ({ moved, to }: Assignment) =>
      client.call(dispatchCase, {
        params: { caseId: moved.id },
        body: { departmentId: to.department.id, responsibleId: to.responsible?.id ?? null },
      }),
    onMutate: async ({ moved, to }) => {
      await queryClient.cancelQueries({ queryKey: boardKey })
      const before = queryClient.getQueryData<DispatchBoard>(boardKey)
      if (before !== undefined) queryClient.setQueryData(boardKey, withCaseAt(before, moved, to))
      return { before }
    },
    onError: (_error, _assignment, context) => {
      if (context?.before !== undefined) queryClient.setQueryData(boardKey, context.before)
    },
    onSettled: () => renew(queryClient),
  })
}

function renew(queryClient: QueryClient): Promise<unknown> {
  return Promise.all(
    [queryRoots.dispatchBoard, caseQueries.all()].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}
