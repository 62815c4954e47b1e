import { listCaseBadges } from '@timedesk/contracts/case-badges'
import { listCaseQueryValues } from '@timedesk/contracts/case-query'
import type { RouteModule } from '../../platform/http/serve.ts'
import { findQueryValues } from '../query/find-query-values.ts'
import { findCaseBadges } from './find-case-badges.ts'

/** What stands beside lists of cases: their badges, and what their query can be completed with. */
export const caseListRoutes: RouteModule = (serve) => {
  serve.read(listCaseBadges, async ({ reader, actor, query, now }) => ({
    body: { data: await findCaseBadges(reader, actor, query.caseIds, now) },
  }))

  serve.read(listCaseQueryValues, async ({ reader, actor, query }) => ({
    body: { data: await findQueryValues(reader, actor, { key: query.key, search: query.term }) },
  }))
}
