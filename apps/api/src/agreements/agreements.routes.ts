import {
  createAgreement as create,
  getAgreement,
  listAgreements,
  updateAgreement as update,
} from '@timedesk/contracts/agreements'
import type { RouteModule } from '../platform/http/serve.ts'
import { createAgreement } from './create-agreement.ts'
import { findAgreement, findAgreements } from './find-agreements.ts'
import { updateAgreement } from './update-agreement.ts'

export const agreementRoutes: RouteModule = (serve) => {
  serve.read(listAgreements, async ({ reader, deps, query }) => ({
    body: await findAgreements(reader, deps.paging, query),
  }))

  serve.read(getAgreement, async ({ reader, params }) => {
    const agreement = await findAgreement(reader, params.agreementId)
    return { body: agreement, version: agreement.version }
  })

  serve.write(create, async ({ tx, context, body }) => {
    const id = await createAgreement(tx, context, body)
    const agreement = await findAgreement(tx, id)
    return { body: agreement, version: agreement.version, location: `/api/v1/agreements/${id}` }
  })

  serve.write(update, async ({ tx, context, params, body, ifMatch }) => {
    await updateAgreement(tx, context, { agreementId: params.agreementId, ...body }, ifMatch)
    const agreement = await findAgreement(tx, params.agreementId)
    return { body: agreement, version: agreement.version }
  })
}
