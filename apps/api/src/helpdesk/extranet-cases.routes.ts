import {
  extranetCreateCase,
  extranetGetCase,
  extranetGetCaseChoices,
  extranetListCases,
  extranetListTimeline,
  extranetMarkCaseRead,
  extranetPostReply,
  extranetSolveCase,
} from '@timedesk/contracts/extranet-cases'
import { extranetListColleagues } from '@timedesk/contracts/extranet-colleagues'
import type { ContactActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import { solveCase } from './change-case-status.ts'
import { createCase } from './create-case.ts'
import { findCaseChoices, findColleagues } from './find-case-choices.ts'
import { findExtranetCase, findExtranetCases } from './find-extranet-cases.ts'
import { findExtranetTimeline } from './find-extranet-timeline.ts'
import { markCaseRead } from './mark-case.ts'
import { postReply } from './post-reply.ts'

async function show(reader: Reader, actor: ContactActor, key: string, now: Date) {
  const found = await findExtranetCase(reader, actor, key, now)
  return { body: found, version: found.version }
}

/** Cases, for contacts. */
export const extranetCaseRoutes: RouteModule = (serve) => {
  serve.read(extranetListCases, async ({ reader, deps, actor, query }) => ({
    body: await findExtranetCases(reader, deps.paging, actor, query),
  }))

  serve.read(extranetGetCase, async ({ reader, actor, params, now }) => show(reader, actor, params.caseId, now))

  serve.read(extranetListTimeline, async ({ reader, deps, actor, params, query }) => ({
    body: await findExtranetTimeline(reader, deps.paging, actor, { ...params, ...query }),
  }))

  serve.read(extranetGetCaseChoices, async ({ reader, actor }) => ({ body: await findCaseChoices(reader, actor) }))

  serve.read(extranetListColleagues, async ({ reader, actor }) => ({
    body: { data: await findColleagues(reader, actor) },
  }))

  serve.write(extranetCreateCase, async ({ tx, context, actor, body }) => {
    const own = { customerId: actor.customerId, contactId: actor.id }
    const ofStaff = { estimateMinutes: null, templateId: null, followsId: null }
    const left = {
      responsibleId: null,
      agreementId: null,
      isOutsideContract: false,
      deadline: null,
      tags: [],
      ...ofStaff,
    }
    const id = await createCase(tx, context, { ...body, ...own, ...left })
    return { ...(await show(tx, actor, id, context.now)), location: `/api/extranet/v1/cases/${id}` }
  })

  serve.write(extranetPostReply, async ({ tx, context, params, body }) => ({
    body: await postReply(tx, context, { ...params, ...body }),
  }))

  serve.write(extranetSolveCase, async ({ tx, context, actor, params }) => {
    await solveCase(tx, context, params)
    return show(tx, actor, params.caseId, context.now)
  })

  serve.write(extranetMarkCaseRead, async ({ tx, context, params }) => {
    await markCaseRead(tx, context, params)
    return { body: undefined }
  })
}
