import { getServiceLevels, listServiceLevelCases } from '@timedesk/contracts/service-levels'
import type { RouteModule } from '../platform/http/serve.ts'
import { findServiceLevelCases } from './find-service-level-cases.ts'
import { findServiceLevels, measuringTime } from './find-service-levels.ts'
import { sendReport } from './send-report.ts'
import { serviceLevelCaseTable, serviceLevelTable } from './service-level-tables.ts'
import { sendTable } from '../platform/tables/send-table.ts'

/** How fast cases were answered and solved, as JSON or as a file of the same rows. */
export const serviceLevelRoutes: RouteModule = (serve) => {
  serve.bare(getServiceLevels, async ({ deps, query, now, reply }) => {
    const report = await findServiceLevels(deps.database.reader, query, now)
    const table = serviceLevelTable(report)
    return sendReport(reply, query, { schema: getServiceLevels.responses[200], report, table })
  })

  serve.bare(listServiceLevelCases, async ({ deps, query, now, reply }) => {
    const { reader } = deps.database
    const { format, from, to } = query
    if (format === 'json') {
      const report = await findServiceLevelCases(reader, deps.paging, query, now)
      return reply.send(listServiceLevelCases.responses[200].parse(report))
    }
    const { time } = await measuringTime(reader, query.calendarId)
    const table = serviceLevelCaseTable(reader, query, { time, now })
    return sendTable(reply, table, format, `${table.name} ${from} ${to}`)
  })
}
