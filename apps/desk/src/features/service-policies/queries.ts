import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listAgreements } from '@timedesk/contracts/agreements'
import { getServicePolicy, listServicePolicies, previewServicePolicy } from '@timedesk/contracts/service-policies'
import type { z } from 'zod'

import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'

const AGREEMENTS_MAX = 12

export type PolicyPreviewBody = z.input<typeof previewServicePolicy.body>

export const policyQueries = {
  list: () =>
    queryOptions({
      queryKey: [...queryRoots.servicePolicies, 'list'],
      queryFn: async ({ signal }) => (await client.call(listServicePolicies, { query: {}, signal })).data,
    }),
  detail: (policyId: string) =>
    queryOptions({
      queryKey: [...queryRoots.servicePolicies, policyId],
      queryFn: ({ signal }) => client.call(getServicePolicy, { params: { policyId }, signal }),
    }),
  preview: (body: PolicyPreviewBody) =>
    queryOptions({
      queryKey: [...queryRoots.servicePolicies, 'preview', body],
      queryFn: ({ signal }) => client.call(previewServicePolicy, { body, signal }),
      placeholderData: keepPreviousData,
    }),
}

/** Active agreements by heading, number or customer; of one customer when one is told. */
export async function findAgreements(term: string, customerId: string | undefined, signal: AbortSignal) {
  const query = {
    ...({ state: 'active', limit: AGREEMENTS_MAX } as const),
    ...(term.trim() !== '' && { search: term.trim() }),
    ...(customerId !== undefined && { customerId }),
  }
  const { data } = await client.call(listAgreements, { query, signal })
  return data.map(({ id, heading, customer }) => ({ value: id, label: heading, description: customer.name }))
}
