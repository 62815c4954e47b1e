import {
  extranetFollowUpCase,
  getCaseLinks,
  linkCase,
  setCaseParent as setParent,
  unlinkCase,
} from '@timedesk/contracts/case-links'
import type { RouteModule } from '../../platform/http/serve.ts'
import { findExtranetCase } from '../find-extranet-cases.ts'
import { findCaseLinks } from './find-case-links.ts'
import { followUpCase } from './follow-up-case.ts'
import { linkCases, unlinkCases } from './link-cases.ts'
import { setCaseParent } from './set-case-parent.ts'

/** What cases are to one another. */
export const caseLinkRoutes: RouteModule = (serve) => {
  serve.read(getCaseLinks, async ({ reader, params }) => ({ body: await findCaseLinks(reader, params.caseId) }))

  serve.write(setParent, async ({ tx, context, params, body }) => {
    await setCaseParent(tx, context, { ...params, ...body })
    return { body: await findCaseLinks(tx, params.caseId) }
  })

  serve.write(linkCase, async ({ tx, context, params }) => {
    await linkCases(tx, context, params)
    return { body: await findCaseLinks(tx, params.caseId) }
  })

  serve.write(unlinkCase, async ({ tx, context, params }) => {
    await unlinkCases(tx, context, params)
    return { body: await findCaseLinks(tx, params.caseId) }
  })
}

/** Cases that go on from earlier ones, for contacts. */
export const extranetCaseLinkRoutes: RouteModule = (serve) => {
  serve.write(extranetFollowUpCase, async ({ tx, context, actor, params, body }) => {
    const id = await followUpCase(tx, context, { ...params, ...body })
    const found = await findExtranetCase(tx, actor, id, context.now)
    return { body: found, version: found.version, location: `/api/extranet/v1/cases/${id}` }
  })
}
