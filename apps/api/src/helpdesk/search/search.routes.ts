import { listSimilarCases, search } from '@timedesk/contracts/search'
import type { RouteModule } from '../../platform/http/serve.ts'
import { findSimilarCases } from './find-similar-cases.ts'
import { searchEverything } from './search-everything.ts'

/** Search over everything, for staff. */
export const searchRoutes: RouteModule = (serve) => {
  serve.read(search, async ({ reader, deps, actor, query }) => ({
    body: await searchEverything(reader, deps.paging, actor, query),
  }))

  serve.read(listSimilarCases, async ({ reader, params, query }) => ({
    body: { data: await findSimilarCases(reader, params.caseId, query.limit) },
  }))
}
