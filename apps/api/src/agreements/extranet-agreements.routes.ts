import {
  extranetGetAgreement,
  extranetListAgreements,
  extranetListStatement,
} from '@timedesk/contracts/extranet-agreements'
import type { RouteModule } from '../platform/http/serve.ts'
import { findExtranetAgreement, findExtranetAgreements } from './find-extranet-agreements.ts'
import { findExtranetStatement } from './find-extranet-statement.ts'

/** Agreements, balances and statements, for contacts. */
export const extranetAgreementRoutes: RouteModule = (serve) => {
  serve.read(extranetListAgreements, async ({ reader, now }) => ({
    body: { data: await findExtranetAgreements(reader, now) },
  }))

  serve.read(extranetGetAgreement, async ({ reader, params, now }) => ({
    body: await findExtranetAgreement(reader, now, params.agreementId),
  }))

  serve.read(extranetListStatement, async ({ reader, deps, params, query }) => ({
    body: await findExtranetStatement(reader, deps.paging, { ...params, ...query }),
  }))
}
