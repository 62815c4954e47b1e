import * as contracts from '@timedesk/contracts/customers'
import type { RouteModule } from '../platform/http/serve.ts'
import { createCustomer } from './create-customer.ts'
import { findCustomer, findCustomers } from './find-customers.ts'
import { updateCustomer } from './update-customer.ts'

export const customerRoutes: RouteModule = (serve) => {
  serve.read(contracts.listCustomers, async ({ reader, deps, query }) => ({
    body: await findCustomers(reader, deps.paging, query),
  }))

  serve.read(contracts.getCustomer, async ({ reader, params }) => {
    const customer = await findCustomer(reader, params.customerId)
    return { body: customer, version: customer.version }
  })

  serve.write(contracts.createCustomer, async ({ tx, context, body }) => {
    const id = await createCustomer(tx, context, body)
    const customer = await findCustomer(tx, id)
    return { body: customer, version: customer.version, location: `/api/v1/customers/${id}` }
  })

  serve.write(contracts.updateCustomer, async ({ tx, context, params, body, ifMatch }) => {
    await updateCustomer(tx, context, { customerId: params.customerId, ...body }, ifMatch)
    const customer = await findCustomer(tx, params.customerId)
    return { body: customer, version: customer.version }
  })
}
