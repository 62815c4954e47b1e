import {
  listPotential,
  listPotentialItems,
  listPotentialMarks,
  markPotential as mark,
  releasePotential as release,
} from '@timedesk/contracts/potential'
import type { RouteModule } from '../../platform/http/serve.ts'
import { shownTo } from '../../time/shown-to.ts'
import { findPotentialItems } from './find-potential-items.ts'
import { findPotential } from './find-potential.ts'
import { findMarks, findMarksById } from './marks/find-marks.ts'
import { markPotential } from './marks/mark-potential.ts'
import { releasePotential } from './marks/release-potential.ts'

/** What can be invoiced, and what somebody decided about it. */
export const potentialRoutes: RouteModule = (serve) => {
  serve.read(listPotential, async ({ reader, deps, query, now }) => ({
    body: await findPotential(reader, deps.paging, query, now),
  }))

  serve.read(listPotentialItems, async ({ reader, deps, params, query, actor, now }) => ({
    body: await findPotentialItems(reader, deps.paging, params.customerId, query, { now, shows: shownTo(actor) }),
  }))

  serve.read(listPotentialMarks, async ({ reader, deps, query }) => ({
    body: await findMarks(reader, deps.paging, query),
  }))

  serve.write(mark, async ({ tx, context, body }) => {
    const ids = await markPotential(tx, context, body)
    return { body: { data: await findMarksById(tx, ids) } }
  })

  serve.write(release, async ({ tx, context, params }) => ({
    body: await releasePotential(tx, context, params.markId),
  }))
}
