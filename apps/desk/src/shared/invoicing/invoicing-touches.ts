import { caseQueries } from '../cases/case-queries.ts'
import { queryRoots } from '../query-roots.ts'

/** Everything that shows what was invoiced, what can be, and what was paid. */
export const invoicingTouches = [
  queryRoots.invoices,
  queryRoots.invoiceRuns,
  queryRoots.payments,
  queryRoots.potential,
  queryRoots.customers,
  queryRoots.vouchers,
  queryRoots.timeEntries,
  caseQueries.all(),
]
