import {
  changeCaseStatus as changeStatus,
  createCase as create,
  dispatchCase as dispatch,
  getCase,
  markCaseRead as markRead,
  markCaseUnread as markUnread,
  updateCase as update,
} from '@timedesk/contracts/cases'
import { getWorkCounts, listCases, listTags } from '@timedesk/contracts/work-list'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import { changeCaseStatus } from './change-case-status.ts'
import { countWork } from './count-work.ts'
import { createCase } from './create-case.ts'
import { dispatchCase } from './dispatch-case.ts'
import { findCase } from './find-case.ts'
import { findCases } from './find-cases.ts'
import { findTags } from './find-tags.ts'
import { markCaseRead, markCaseUnread } from './mark-case.ts'
import { updateCase } from './update-case.ts'

async function show(reader: Reader, actor: StaffActor, key: string, now: Date) {
  const found = await findCase(reader, actor, key, now)
  return { body: found, version: found.version }
}

/** Cases, for staff. */
export const caseRoutes: RouteModule = (serve) => {
  serve.read(listCases, async ({ reader, deps, actor, query, now }) => ({
    body: await findCases(reader, deps.paging, actor, query, now),
  }))

  serve.read(getWorkCounts, async ({ reader, actor }) => ({ body: await countWork(reader, actor) }))

  serve.read(listTags, async ({ reader, query }) => ({ body: { data: await findTags(reader, query) } }))

  serve.read(getCase, async ({ reader, actor, params, now }) => show(reader, actor, params.caseId, now))

  serve.write(create, async ({ tx, context, actor, body }) => {
    const id = await createCase(tx, context, body)
    return { ...(await show(tx, actor, id, context.now)), location: `/api/v1/cases/${id}` }
  })

  serve.write(update, async ({ tx, context, actor, params, body, ifMatch }) => {
    await updateCase(tx, context, { ...params, ...body }, ifMatch)
    return show(tx, actor, params.caseId, context.now)
  })

  serve.write(dispatch, async ({ tx, context, actor, params, body }) => {
    await dispatchCase(tx, context, { ...params, ...body })
    return show(tx, actor, params.caseId, context.now)
  })

  serve.write(changeStatus, async ({ tx, context, actor, params, body }) => {
    await changeCaseStatus(tx, context, { ...params, ...body })
    return show(tx, actor, params.caseId, context.now)
  })

  serve.write(markRead, async ({ tx, context, params }) => {
    await markCaseRead(tx, context, params)
    return { body: undefined }
  })

  serve.write(markUnread, async ({ tx, context, params }) => {
    await markCaseUnread(tx, context, params)
    return { body: undefined }
  })
}
