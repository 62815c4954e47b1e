import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getDispatchBoard, listBoardPersonCases } from '@timedesk/contracts/dispatch-board'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export const boardQueries = {
  board: (departmentId: string | undefined) =>
    queryOptions({
      queryKey: [...queryRoots.dispatchBoard, 'board', departmentId ?? 'all'],
      queryFn: ({ signal }) => readBoard(departmentId, signal),
      placeholderData: keepPreviousData,
    }),
  /** The board as it is now, apart from what is on the screen. */
  now: (departmentId: string | undefined) =>
    queryOptions({
      queryKey: [...queryRoots.dispatchBoard, 'now', departmentId ?? 'all'],
      queryFn: ({ signal }) => readBoard(departmentId, signal),
      staleTime: 0,
      gcTime: 0,
    }),
  casesOf: (employeeId: string) =>
    pagesOf([...queryRoots.dispatchBoard, 'cases', employeeId], (page, signal) =>
      client.call(listBoardPersonCases, { params: { employeeId }, query: page, signal }),
    ),
}

function readBoard(departmentId: string | undefined, signal: AbortSignal) {
  const query = departmentId === undefined ? {} : { departmentId }
  return client.call(getDispatchBoard, { query, signal })
}
