import { exportCases } from '@timedesk/contracts/case-export'
import type { RouteModule } from '../../platform/http/serve.ts'
import { sendTable } from '../../platform/tables/send-table.ts'
import { caseTable } from './case-table.ts'

/** Lists of cases, to be taken away as files. */
export const caseExportRoutes: RouteModule = (serve) => {
  serve.bare(exportCases, async ({ deps, actor, query, now, reply }) => {
    const table = await caseTable(deps.database.reader, deps.paging, actor, query, now)
    return sendTable(reply, table, query.format, `${table.name} ${now.toISOString().slice(0, 10)}`)
  })
}
