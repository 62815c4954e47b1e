import { caseQueries } from '../cases/case-queries.ts'
import { queryRoots } from '../query-roots.ts'

/** Everything that shows what pays for work: what changes a price, a balance or a rule renews all of it. */
export const coverTouches = [
  queryRoots.agreements,
  queryRoots.vouchers,
  queryRoots.plans,
  queryRoots.customers,
  queryRoots.potential,
  queryRoots.timeEntries,
  queryRoots.overage,
  queryRoots.timePreviews,
  caseQueries.all(),
]
