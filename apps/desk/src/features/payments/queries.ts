import { queryOptions } from '@tanstack/react-query'
import { getPaymentImport, listOverdueInvoices, listPaymentImports, listPayments } from '@timedesk/contracts/payments'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export type PaymentFilters = { from?: string; to?: string }

export const paymentQueries = {
  list: (filters: PaymentFilters) =>
    pagesOf([...queryRoots.payments, 'list', filters], (page, signal) =>
      client.call(listPayments, { query: { ...filters, ...page }, signal }),
    ),
  imports: () =>
    pagesOf([...queryRoots.payments, 'imports'], (page, signal) =>
      client.call(listPaymentImports, { query: page, signal }),
    ),
  oneImport: (importId: string) =>
    queryOptions({
      queryKey: [...queryRoots.payments, 'import', importId],
      queryFn: ({ signal }) => client.call(getPaymentImport, { params: { importId }, signal }),
    }),
  overdue: () =>
    pagesOf([...queryRoots.payments, 'overdue'], (page, signal) =>
      client.call(listOverdueInvoices, { query: page, signal }),
    ),
}
