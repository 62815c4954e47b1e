import { queryOptions } from '@tanstack/react-query'
import { getWeekSheet } from '@timedesk/contracts/week-sheets'

import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export const weekQueries = {
  sheet: (employeeId: string, monday: string) =>
    queryOptions({
      queryKey: [...queryRoots.weeks, 'sheet', employeeId, monday],
      queryFn: ({ signal }) => client.call(getWeekSheet, { params: { employeeId, monday }, signal }),
    }),
}
