import { getCustomerCard } from '@timedesk/contracts/customers'
import type { RouteModule } from '../platform/http/serve.ts'
import { findCustomerCard } from './find-customer-card.ts'

export const customerCardRoutes: RouteModule = (serve) => {
  serve.read(getCustomerCard, async ({ reader, params, actor, now }) => ({
    body: await findCustomerCard(reader, params.customerId, now, {
      showsPotential: actor.permissions.has('potential:read'),
    }),
  }))
}
