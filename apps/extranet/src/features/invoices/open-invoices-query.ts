import { queryOptions } from '@tanstack/react-query'

/**
 * The latest few invoices that are to be paid, for the start page. What it takes to read and to show them is fetched
 * with the question, so that the first load does not carry it.
 */
export function openInvoicesQuery(limit: number) {
  return queryOptions({
    queryKey: ['invoices', 'top', limit],
    queryFn: async ({ signal }) => (await import('./read-open-invoices.ts')).readOpenInvoices(limit, signal),
  })
}
