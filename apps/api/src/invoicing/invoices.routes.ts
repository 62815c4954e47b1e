import { getInvoice, listInvoiceLog, listInvoices } from '@timedesk/contracts/invoices'
import type { RouteModule } from '../platform/http/serve.ts'
import { findInvoiceLog } from './find-invoice-log.ts'
import { findInvoices } from './find-invoices.ts'
import { showInvoice } from './show-invoice.ts'

/** Invoices and credit notes: what customers are charged. */
export const invoiceRoutes: RouteModule = (serve) => {
  serve.read(listInvoices, async ({ reader, deps, query, now }) => ({
    body: await findInvoices(reader, deps.paging, query, now),
  }))

  serve.read(getInvoice, async ({ reader, actor, params, now }) => showInvoice(reader, actor, params.invoiceId, now))

  serve.read(listInvoiceLog, async ({ reader, deps, params, query }) => ({
    body: await findInvoiceLog(reader, deps.paging, params.invoiceId, query),
  }))
}
