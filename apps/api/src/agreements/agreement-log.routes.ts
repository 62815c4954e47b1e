import { listAgreementLog } from '@timedesk/contracts/agreement-log'
import type { RouteModule } from '../platform/http/serve.ts'
import { findAgreementLog } from './find-agreement-log.ts'

export const agreementLogRoutes: RouteModule = (serve) => {
  serve.read(listAgreementLog, async ({ reader, deps, params, query }) => ({
    body: await findAgreementLog(reader, deps.paging, params.agreementId, query),
  }))
}
