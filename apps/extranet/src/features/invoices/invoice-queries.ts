import {
  extranetGetInvoice,
  extranetGetInvoicePdf,
  extranetGetInvoiceUbl,
  extranetListInvoices,
} from '@timedesk/contracts/extranet-invoices'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { client } from '../../shared/client.ts'

const PAGE_SIZE = 50

/** How invoices and credit notes are read and remembered. */
export const invoiceQueries = {
  all: () => ['invoices'] as const,
  /** Latest first; only those that are to be paid when `isOpen` is set. */
  list: (isOpen?: true) =>
    infiniteQueryOptions({
      queryKey: [...invoiceQueries.all(), 'list', isOpen],
      queryFn: ({ pageParam, signal }) =>
        client.call(extranetListInvoices, { query: { isOpen, limit: PAGE_SIZE, after: pageParam }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
  detail: (invoiceId: string) =>
    queryOptions({
      queryKey: [...invoiceQueries.all(), 'detail', invoiceId],
      queryFn: ({ signal }) => client.call(extranetGetInvoice, { params: { invoiceId }, signal }),
    }),
}

/** Where a document's PDF is, to be shown or to be saved. */
export function pdfUrl(invoiceId: string, isInline = false): string {
  return client.urlOf(extranetGetInvoicePdf, {
    params: { invoiceId },
    ...(isInline && { query: { inline: 'true' } }),
  })
}

/** Where a document's e-invoice is. */
export function ublUrl(invoiceId: string): string {
  return client.urlOf(extranetGetInvoiceUbl, { params: { invoiceId } })
}
