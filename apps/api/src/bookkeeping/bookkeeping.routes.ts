import { exportBooks, feedInvoices as invoices, feedPostings as postings } from '@timedesk/contracts/bookkeeping'
import type { Reader } from '../platform/db/database.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import { sendTable } from '../platform/tables/send-table.ts'
import type { Table } from '../platform/tables/table.ts'
import { invoicedTimeTable, invoiceLineTable, invoiceTable, postingTable, type Period } from './export-rows.ts'
import { feedInvoices } from './feed-invoices.ts'
import { feedPostings } from './feed-postings.ts'

const tables: Record<'invoices' | 'invoice-lines' | 'postings' | 'time', (reader: Reader, period: Period) => Table> = {
  invoices: invoiceTable,
  'invoice-lines': invoiceLineTable,
  postings: postingTable,
  time: invoicedTimeTable,
}

/** What bookkeeping takes over. */
export const bookkeepingRoutes: RouteModule = (serve) => {
  serve.read(invoices, async ({ reader, query }) => ({ body: await feedInvoices(reader, query) }))

  serve.read(postings, async ({ reader, query }) => ({ body: await feedPostings(reader, query) }))

  serve.bare(exportBooks, ({ deps, params, query, reply }) => {
    const table = tables[params.kind](deps.database.reader, query)
    return Promise.resolve(sendTable(reply, table, query.format, `${table.name} ${query.from} ${query.to}`))
  })
}
