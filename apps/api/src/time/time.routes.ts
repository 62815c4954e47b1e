import {
  getTimeEntry,
  listTimeEntries,
  registerTime as register,
  removeTimeEntry as remove,
  updateTimeEntry as update,
} from '@timedesk/contracts/time'
import type { RouteModule } from '../platform/http/serve.ts'
import { findTimeEntries, findTimeEntry } from './find-time-entries.ts'
import { prepareTime } from './register-time.ts'
import { removeTimeEntry } from './remove-time-entry.ts'
import { shownTo } from './shown-to.ts'
import { updateTimeEntry } from './update-time-entry.ts'

export const timeRoutes: RouteModule = (serve) => {
  serve.read(listTimeEntries, async ({ reader, deps, query, actor }) => ({
    body: await findTimeEntries(reader, deps.paging, query, shownTo(actor)),
  }))

  serve.read(getTimeEntry, async ({ reader, params, actor }) => {
    const entry = await findTimeEntry(reader, params.entryId, shownTo(actor))
    return { body: entry, version: entry.version }
  })

  serve.write(register, async ({ tx, context, body, actor }) => {
    const { id, store } = await prepareTime(tx, context, body)
    const [, entry] = await Promise.all([store(), findTimeEntry(tx, id, shownTo(actor))])
    return { body: entry, version: entry.version, location: `/api/v1/time-entries/${id}` }
  })

  serve.write(update, async ({ tx, context, params, body, actor, ifMatch }) => {
    await updateTimeEntry(tx, context, { entryId: params.entryId, ...body }, ifMatch)
    const entry = await findTimeEntry(tx, params.entryId, shownTo(actor))
    return { body: entry, version: entry.version }
  })

  serve.write(remove, async ({ tx, context, params }) => {
    await removeTimeEntry(tx, context, params.entryId)
    return { body: undefined }
  })
}
