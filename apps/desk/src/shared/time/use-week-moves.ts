import { decideWeek, recallWeek, submitWeek } from '@timedesk/contracts/week-sheets'

import { caseQueries } from '../cases/case-queries.ts'
import { client } from '../client.ts'
import { useChange } from '../deeds/use-change.ts'
import { queryRoots } from '../query-roots.ts'

/** Whose week, by its Monday. */
export type WeekOf = { employeeId: string; monday: string }

const touches = [
  queryRoots.weeks,
  queryRoots.timeEntries,
  queryRoots.periodLock,
  queryRoots.potential,
  caseQueries.all(),
]

/** Submits a week, after which its entries rest. */
export function useSubmitWeek() {
  return useChange((params: WeekOf) => client.call(submitWeek, { params }), touches)
}

/** Takes a submitted week back. */
export function useRecallWeek() {
  return useChange((params: WeekOf) => client.call(recallWeek, { params }), touches)
}

type Decision = WeekOf & { verdict: 'approved' | 'rejected' | 'reopened'; reason?: string }

/** Approves a week, or gives it back with a reason. */
export function useDecideWeek() {
  return useChange(
    ({ employeeId, monday, ...body }: Decision) => client.call(decideWeek, { params: { employeeId, monday }, body }),
    touches,
  )
}
