import { createCustomer } from '@timedesk/contracts/customers'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { bodyOfCustomer, type CustomerDraft } from './customer-draft.ts'

/** Creates a customer. */
export function useCreateCustomer() {
  return useChange(
    (draft: CustomerDraft) =>
      client.call(createCustomer, { body: { ...bodyOfCustomer(draft, draft), name: draft.name } }),
    [queryRoots.customers],
  )
}
