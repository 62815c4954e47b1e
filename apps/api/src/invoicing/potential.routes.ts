import { listPotential, listPotentialEntries } from '@timedesk/contracts/agreements'
import type { RouteModule } from '../platform/http/serve.ts'
import { shownTo } from '../time/shown-to.ts'
import { findPotential, findPotentialEntries } from './find-potential.ts'

export const potentialRoutes: RouteModule = (serve) => {
  serve.read(listPotential, async ({ reader, deps, query }) => ({
    body: await findPotential(reader, deps.paging, query),
  }))

  serve.read(listPotentialEntries, async ({ reader, deps, params, query, actor }) => ({
    body: await findPotentialEntries(reader, deps.paging, params.customerId, query, shownTo(actor)),
  }))
}
