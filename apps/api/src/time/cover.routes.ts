import { decideOverage as decide, getCaseCover, listOverage, previewTime as preview } from '@timedesk/contracts/cover'
import type { RouteModule } from '../platform/http/serve.ts'
import { findTimeEntry } from './find-time-entries.ts'
import { previewTime } from './preview-time.ts'
import { shownTo } from './shown-to.ts'
import { decideOverage } from '../agreements/decide-overage.ts'
import { findCaseCover } from '../agreements/find-case-cover.ts'
import { findOverage } from './find-overage.ts'

/** What pays for time: before it is saved, on a case, and beyond what was prepaid. */
export const coverRoutes: RouteModule = (serve) => {
  serve.read(preview, async ({ reader, actor, body, now }) => ({ body: await previewTime(reader, actor, body, now) }))

  serve.read(getCaseCover, async ({ reader, params, now }) => ({
    body: await findCaseCover(reader, params.caseId, now),
  }))

  serve.read(listOverage, async ({ reader, deps, query, actor }) => ({
    body: await findOverage(reader, deps.paging, query, shownTo(actor)),
  }))

  serve.write(decide, async ({ tx, context, params, body, actor }) => {
    await decideOverage(tx, context, { entryId: params.entryId, ...body })
    const entry = await findTimeEntry(tx, params.entryId, shownTo(actor))
    return { body: entry, version: entry.version }
  })
}
