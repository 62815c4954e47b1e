import { listTimeEntries } from '@timedesk/contracts/time'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type TimeFilters = { employeeId: string; from?: string; to?: string }

export const timeEntryQueries = {
  list: (filters: TimeFilters) =>
    pagesOf([...queryRoots.timeEntries, 'list', filters], (page, signal) =>
      client.call(listTimeEntries, { query: { ...filters, ...page }, signal }),
    ),
}
