import { getDeferredRevenue, getProfit, getTurnover, getVatSummary } from '@timedesk/contracts/reports'
import type { RouteModule } from '../platform/http/serve.ts'
import { findDeferredRevenue } from './find-deferred-revenue.ts'
import { findProfit } from './find-profit.ts'
import { findTurnover } from './find-turnover.ts'
import { findVatSummary } from './find-vat-summary.ts'
import { deferredTable, profitTable, turnoverTable, vatTable } from './report-tables.ts'
import { sendReport } from './send-report.ts'

/** Revenue, cost and VAT of a period, as JSON or as a file of the same rows. */
export const reportRoutes: RouteModule = (serve) => {
  serve.bare(getProfit, async ({ deps, query, reply }) => {
    const report = await findProfit(deps.database.reader, query)
    return sendReport(reply, query, { schema: getProfit.responses[200], report, table: profitTable(report) })
  })

  serve.bare(getDeferredRevenue, async ({ deps, query, reply }) => {
    const report = await findDeferredRevenue(deps.database.reader, query)
    return sendReport(reply, query, { schema: getDeferredRevenue.responses[200], report, table: deferredTable(report) })
  })

  serve.bare(getTurnover, async ({ deps, query, reply }) => {
    const report = await findTurnover(deps.database.reader, query)
    return sendReport(reply, query, { schema: getTurnover.responses[200], report, table: turnoverTable(report) })
  })

  serve.bare(getVatSummary, async ({ deps, query, reply }) => {
    const report = await findVatSummary(deps.database.reader, query)
    return sendReport(reply, query, { schema: getVatSummary.responses[200], report, table: vatTable(report) })
  })
}
