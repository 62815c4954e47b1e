import { extranetListTime } from '@timedesk/contracts/extranet-agreements'
import type { RouteModule } from '../platform/http/serve.ts'
import { findExtranetTime } from './find-extranet-time.ts'

/** The time on a case, for contacts. */
export const extranetTimeRoutes: RouteModule = (serve) => {
  serve.read(extranetListTime, async ({ reader, deps, params, query }) => ({
    body: await findExtranetTime(reader, deps.paging, { ...params, ...query }),
  }))
}
