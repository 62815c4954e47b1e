import { queryOptions } from '@tanstack/react-query'
import { listAbsences, previewHandover } from '@timedesk/contracts/absences'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type AbsenceFilters = {
  employeeId?: string
  departmentId?: string
  /** Only those that touch this day or a later one. */
  from?: string
}

export const absenceQueries = {
  list: (filters: AbsenceFilters) =>
    pagesOf([...queryRoots.absences, 'list', filters], (page, signal) =>
      client.call(listAbsences, { query: { ...filters, ...page }, signal }),
    ),
  /** Counted anew each time it is asked. */
  handover: (absenceId: string) =>
    queryOptions({
      queryKey: [...queryRoots.absences, 'handover', absenceId],
      queryFn: ({ signal }) => client.call(previewHandover, { params: { absenceId }, signal }),
      staleTime: 0,
      gcTime: 0,
    }),
}
