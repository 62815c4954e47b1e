import * as contracts from '@timedesk/contracts/custom-field-settings'
import type { Reader } from '../../platform/db/database.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { createCustomField } from './create-custom-field.ts'
import { findCustomField, findCustomFields } from './find-custom-fields.ts'
import { orderCustomFields } from './order-custom-fields.ts'
import { updateCustomField } from './update-custom-field.ts'

async function show(reader: Reader, id: string) {
  const field = await findCustomField(reader, id)
  return { body: field, version: field.version }
}

export const customFieldRoutes: RouteModule = (serve) => {
  serve.read(contracts.listCustomFields, async ({ reader, query }) => ({
    body: { data: await findCustomFields(reader, query.isActive) },
  }))

  serve.read(contracts.getCustomField, async ({ reader, params }) => show(reader, params.fieldId))

  serve.write(contracts.createCustomField, async ({ tx, context, body }) => {
    const id = await createCustomField(tx, context, body)
    return { ...(await show(tx, id)), location: `/api/v1/custom-fields/${id}` }
  })

  serve.write(contracts.updateCustomField, async ({ tx, context, params, body, ifMatch }) => {
    await updateCustomField(tx, context, { ...params, ...body }, ifMatch)
    return show(tx, params.fieldId)
  })

  serve.write(contracts.orderCustomFields, async ({ tx, context, body }) => {
    await orderCustomFields(tx, context, body.fieldIds)
    return { body: { data: await findCustomFields(tx) } }
  })
}
