import { correctTimeEntry as correct, decideCorrection, listCorrections } from '@timedesk/contracts/corrections'
import type { RouteModule } from '../platform/http/serve.ts'
import { correctTimeEntry } from './correct-time-entry.ts'
import { decideOnCorrection } from './decide-on-correction.ts'
import { findCorrections } from './find-corrections.ts'
import { findTimeEntry } from './find-time-entries.ts'
import { shownTo } from './shown-to.ts'

export const correctionRoutes: RouteModule = (serve) => {
  serve.read(listCorrections, async ({ reader, deps, query, actor }) => ({
    body: await findCorrections(reader, deps.paging, query, shownTo(actor)),
  }))

  serve.write(correct, async ({ tx, context, params, body, actor }) => {
    const id = await correctTimeEntry(tx, context, { entryId: params.entryId, ...body })
    const entry = await findTimeEntry(tx, id, shownTo(actor))
    return { body: entry, version: entry.version, location: `/api/v1/time-entries/${id}` }
  })

  serve.write(decideCorrection, async ({ tx, context, params, body }) => {
    await decideOnCorrection(tx, context, { entryId: params.entryId, ...body })
    return { body: undefined }
  })
}
