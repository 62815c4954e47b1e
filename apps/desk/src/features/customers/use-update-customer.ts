import { updateCustomer } from '@timedesk/contracts/customers'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import type { bodyOfCustomer } from './customer-draft.ts'

type CustomerChange = {
  customer: { id: string; version: number }
  body: ReturnType<typeof bodyOfCustomer> & { isActive?: boolean }
}

/** Changes a customer, if nobody did so since it was read. */
export function useUpdateCustomer() {
  return useChange(
    ({ customer, body }: CustomerChange) =>
      client.call(updateCustomer, {
        params: { customerId: customer.id },
        body,
        headers: ifMatch(customer.version),
      }),
    [queryRoots.customers],
  )
}
