import { queryOptions } from '@tanstack/react-query'
import { type InvoiceKind, type InvoiceState } from '@timedesk/contracts/invoice'
import { getInvoice, listInvoiceLog, listInvoices } from '@timedesk/contracts/invoices'

import { client } from '../client.ts'
import { pagesOf } from '../lists/pages-of.ts'
import { queryRoots } from '../query-roots.ts'

export type InvoiceFilters = {
  search?: string
  kind?: InvoiceKind
  state?: InvoiceState
  customerId?: string
  caseId?: string
  runId?: string
  from?: string
  to?: string
  unsent?: boolean
}

export const invoiceQueries = {
  list: (filters: InvoiceFilters) =>
    pagesOf([...queryRoots.invoices, 'list', filters], (page, signal) =>
      client.call(listInvoices, { query: { ...filters, ...page }, signal }),
    ),
  one: (invoiceId: string) =>
    queryOptions({
      queryKey: [...queryRoots.invoices, 'one', invoiceId],
      queryFn: ({ signal }) => client.call(getInvoice, { params: { invoiceId }, signal }),
    }),
  log: (invoiceId: string) =>
    pagesOf([...queryRoots.invoices, 'log', invoiceId], (page, signal) =>
      client.call(listInvoiceLog, { params: { invoiceId }, query: page, signal }),
    ),
}
