import { queryOptions } from '@tanstack/react-query'
import { listAgreements } from '@timedesk/contracts/agreements'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'

import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** The agreements that a case of the customer may name. */
export function coverChoices(customerId: string) {
  return queryOptions({
    queryKey: [...queryRoots.agreements, 'choices', customerId],
    queryFn: async ({ signal }) => {
      const query = { customerId, state: 'active', limit: PAGE_SIZE_MAX } as const
      return (await client.call(listAgreements, { query, signal })).data
    },
  })
}
