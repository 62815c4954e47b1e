import { listCaseFields, listFieldValues } from '@timedesk/contracts/custom-fields'
import { extranetUpdateFields } from '@timedesk/contracts/extranet-case-fields'
import type { RouteModule } from '../../platform/http/serve.ts'
import { findExtranetCase } from '../find-extranet-cases.ts'
import { fillInFields } from './fill-in-fields.ts'
import { findCaseFields } from './find-case-fields.ts'
import { findUsedValues } from './find-used-values.ts'

/** Custom fields of cases, for staff. */
export const caseFieldRoutes: RouteModule = (serve) => {
  serve.read(listCaseFields, async ({ reader, query }) => ({
    body: { data: await findCaseFields(reader, query.typeId) },
  }))

  serve.read(listFieldValues, async ({ reader, params, query }) => ({
    body: { data: await findUsedValues(reader, { ...params, ...query }) },
  }))
}

/** Custom fields of cases, for contacts. */
export const extranetCaseFieldRoutes: RouteModule = (serve) => {
  serve.write(extranetUpdateFields, async ({ tx, context, actor, params, body, ifMatch }) => {
    await fillInFields(tx, context, { ...params, ...body }, ifMatch)
    const found = await findExtranetCase(tx, actor, params.caseId, context.now)
    return { body: found, version: found.version }
  })
}
