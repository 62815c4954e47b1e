import {
  createAgreement as create,
  getAgreement,
  listAgreements,
  updateAgreement as update,
} from '@timedesk/contracts/agreements'
import { terminateAgreement as terminate, withdrawTermination as withdraw } from '@timedesk/contracts/terminations'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import { createAgreement } from './create-agreement.ts'
import { findAgreement } from './find-agreement.ts'
import { findAgreements } from './find-agreements.ts'
import { terminateAgreement, withdrawTermination } from './terminate-agreement.ts'
import { updateAgreement } from './update-agreement.ts'

async function show(reader: Reader, actor: StaffActor, agreementId: string, now: Date) {
  const agreement = await findAgreement(reader, actor, agreementId, now)
  return { body: agreement, version: agreement.version }
}

/** Agreements: what a customer's support is settled by. */
export const agreementRoutes: RouteModule = (serve) => {
  serve.read(listAgreements, async ({ reader, deps, query, now }) => ({
    body: await findAgreements(reader, deps.paging, query, now),
  }))

  serve.read(getAgreement, async ({ reader, actor, params, now }) => show(reader, actor, params.agreementId, now))

  serve.write(create, async ({ tx, context, actor, body }) => {
    const id = await createAgreement(tx, context, body)
    return { ...(await show(tx, actor, id, context.now)), location: `/api/v1/agreements/${id}` }
  })

  serve.write(update, async ({ tx, context, actor, params, body, ifMatch }) => {
    await updateAgreement(tx, context, { ...params, ...body }, ifMatch)
    return show(tx, actor, params.agreementId, context.now)
  })

  serve.write(terminate, async ({ tx, context, actor, params, body, ifMatch }) => {
    await terminateAgreement(tx, context, { ...params, ...body }, ifMatch)
    return show(tx, actor, params.agreementId, context.now)
  })

  serve.write(withdraw, async ({ tx, context, actor, params, ifMatch }) => {
    await withdrawTermination(tx, context, params.agreementId, ifMatch)
    return show(tx, actor, params.agreementId, context.now)
  })
}
