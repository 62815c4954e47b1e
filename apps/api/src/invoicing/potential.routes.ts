import { listPotential, listPotentialItems } from '@timedesk/contracts/potential'
import type { RouteModule } from '../platform/http/serve.ts'
import { shownTo } from '../time/shown-to.ts'
import { findPotentialItems } from './find-potential-items.ts'
import { findPotential } from './find-potential.ts'

export const potentialRoutes: RouteModule = (serve) => {
  serve.read(listPotential, async ({ reader, deps, query, now }) => ({
    body: await findPotential(reader, deps.paging, query, now),
  }))

  serve.read(listPotentialItems, async ({ reader, deps, params, query, actor, now }) => ({
    body: await findPotentialItems(reader, deps.paging, params.customerId, query, { now, shows: shownTo(actor) }),
  }))
}
