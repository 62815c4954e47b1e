import { queryOptions } from '@tanstack/react-query'
import { listAgreementLog } from '@timedesk/contracts/agreement-log'
import { getAgreement, listAgreements, type AgreementState, type Settlement } from '@timedesk/contracts/agreements'
import { listTimeEntries } from '@timedesk/contracts/time'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type AgreementFilters = { customerId?: string; state?: AgreementState; settlement?: Settlement }

export const agreementQueries = {
  list: (filters: AgreementFilters) =>
    pagesOf([...queryRoots.agreements, 'list', filters], (page, signal) =>
      client.call(listAgreements, { query: { ...filters, ...page }, signal }),
    ),
  one: (agreementId: string) =>
    queryOptions({
      queryKey: [...queryRoots.agreements, 'one', agreementId],
      queryFn: ({ signal }) => client.call(getAgreement, { params: { agreementId }, signal }),
    }),
  /** The time whose terms are the agreement's, or that it pays for in part. */
  time: (agreementId: string) =>
    pagesOf([...queryRoots.timeEntries, 'agreement', agreementId], (page, signal) =>
      client.call(listTimeEntries, { query: { agreementId, ...page }, signal }),
    ),
  log: (agreementId: string) =>
    pagesOf([...queryRoots.agreements, 'log', agreementId], (page, signal) =>
      client.call(listAgreementLog, { params: { agreementId }, query: page, signal }),
    ),
}
