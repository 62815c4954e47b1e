import { queryOptions } from '@tanstack/react-query'
import {
  getInvoiceRun,
  listInvoiceRuns,
  listRunCustomers,
  type InvoiceRun,
  type RunCustomer,
} from '@timedesk/contracts/invoice-runs'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export type RunCustomerFilters = { only?: 'documents' | 'held'; state?: RunCustomer['state'] }

export const runQueries = {
  list: () =>
    pagesOf([...queryRoots.invoiceRuns, 'list'], (page, signal) =>
      client.call(listInvoiceRuns, { query: page, signal }),
    ),
  one: (runId: string) =>
    queryOptions({
      queryKey: [...queryRoots.invoiceRuns, 'one', runId],
      queryFn: ({ signal }) => client.call(getInvoiceRun, { params: { runId }, signal }),
    }),
  /** Read anew whenever the run is in another state. */
  customers: (runId: string, state: InvoiceRun['state'], filters: RunCustomerFilters) =>
    pagesOf([...queryRoots.invoiceRuns, 'customers', runId, state, filters], (page, signal) =>
      client.call(listRunCustomers, { params: { runId }, query: { ...filters, ...page }, signal }),
    ),
}
