import { queryOptions } from '@tanstack/react-query'
import { getAgreement, listAgreements } from '@timedesk/contracts/agreements'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'
import { listSubscriptionLines } from '@timedesk/contracts/subscriptions'
import { listVouchers } from '@timedesk/contracts/vouchers'

import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { emptyLine, lineOf } from '../../shared/terms/line-draft.ts'
import { emptyLot, lotOf } from '../../shared/terms/lot-draft.ts'
import { termsOf } from '../../shared/terms/terms-draft.ts'
import type { Tried } from './tried.ts'

export const simulatorQueries = {
  /** The agreements of a customer that may be tried: drafts too. */
  choices: (customerId: string) =>
    queryOptions({
      queryKey: [...queryRoots.agreements, 'simulated', customerId],
      queryFn: async ({ signal }) => {
        const query = { customerId, limit: PAGE_SIZE_MAX }
        return (await client.call(listAgreements, { query, signal })).data
      },
    }),
  /** A stored agreement with what was sold under it last, as something to try. */
  stored: (agreementId: string) =>
    queryOptions({
      queryKey: [...queryRoots.agreements, 'tried', agreementId],
      queryFn: async ({ signal }): Promise<Tried> => {
        const agreement = await client.call(getAgreement, { params: { agreementId }, signal })
        const tried = {
          agreementId,
          terms: termsOf(agreement),
          lot: { ...emptyLot, validMonths: '' },
          lines: [emptyLine],
        }
        if (agreement.settlement === 'voucher') {
          const { data } = await client.call(listVouchers, { query: { agreementId, limit: 1 }, signal })
          const [last] = data
          return last === undefined ? tried : { ...tried, lot: { ...lotOf(last), validMonths: '' } }
        }
        if (agreement.settlement === 'subscription') {
          const { data } = await client.call(listSubscriptionLines, { params: { agreementId }, signal })
          const lines = data.filter(({ isActive }) => isActive).map(lineOf)
          return lines.length === 0 ? tried : { ...tried, lines }
        }
        return tried
      },
    }),
}
