import { queryOptions } from '@tanstack/react-query'
import { listCorrections } from '@timedesk/contracts/corrections'
import { listOverage } from '@timedesk/contracts/cover'
import { getPeriodLock } from '@timedesk/contracts/period-lock'
import { listWeekSheets, type WeekState } from '@timedesk/contracts/week-sheets'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export const approvalQueries = {
  weeks: (state: WeekState) =>
    pagesOf([...queryRoots.weeks, 'list', state], (page, signal) =>
      client.call(listWeekSheets, { query: { state, ...page }, signal }),
    ),
  corrections: () =>
    pagesOf([...queryRoots.corrections], (page, signal) => client.call(listCorrections, { query: page, signal })),
  overage: () => pagesOf([...queryRoots.overage], (page, signal) => client.call(listOverage, { query: page, signal })),
  periodLock: () =>
    queryOptions({
      queryKey: [...queryRoots.periodLock],
      queryFn: ({ signal }) => client.call(getPeriodLock, { signal }),
    }),
}
