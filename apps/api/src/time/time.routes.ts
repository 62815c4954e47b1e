import { getTimeEntry, listTimeEntries, registerTime as register } from '@timedesk/contracts/time'
import type { StaffActor } from '../platform/context.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import { findTimeEntries, findTimeEntry } from './find-time-entries.ts'
import { registerTime } from './register-time.ts'

/** Prices belong to agreements: who may not read those sees minutes only. */
const shownTo = ({ permissions }: StaffActor) => ({ showsAmounts: permissions.has('agreement:read') })

export const timeRoutes: RouteModule = (serve) => {
  serve.read(listTimeEntries, async ({ reader, deps, query, actor }) => ({
    body: await findTimeEntries(reader, deps.paging, query, shownTo(actor)),
  }))

  serve.read(getTimeEntry, async ({ reader, params, actor }) => {
    const entry = await findTimeEntry(reader, params.entryId, shownTo(actor))
    return { body: entry, version: entry.version }
  })

  serve.write(register, async ({ tx, context, body, actor }) => {
    const id = await registerTime(tx, context, body)
    const entry = await findTimeEntry(tx, id, shownTo(actor))
    return { body: entry, version: entry.version, location: `/api/v1/time-entries/${id}` }
  })
}
