import { extranetListTime } from '@timedesk/contracts/extranet-agreements'
import { extranetDecideOverage, extranetListOverage } from '@timedesk/contracts/time-questions'
import type { RouteModule } from '../platform/http/serve.ts'
import { consentToOverage } from './consent-to-overage.ts'
import { findExtranetOverage } from './find-extranet-overage.ts'
import { findExtranetTime } from './find-extranet-time.ts'

/** The time on a case, for contacts: to read, and to decide on beyond the agreement. */
export const extranetTimeRoutes: RouteModule = (serve) => {
  serve.read(extranetListTime, async ({ reader, deps, actor, params, query }) => ({
    body: await findExtranetTime(reader, deps.paging, actor, { ...params, ...query }),
  }))

  serve.read(extranetListOverage, async ({ reader, deps, actor, query }) => ({
    body: await findExtranetOverage(reader, deps.paging, actor, query),
  }))

  serve.write(extranetDecideOverage, async ({ tx, context, params, body }) => {
    await consentToOverage(tx, context, { ...params, ...body })
    return { body: undefined }
  })
}
