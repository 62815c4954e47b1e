import { queryOptions } from '@tanstack/react-query'
import { getAgreement, listAgreements } from '@timedesk/contracts/agreements'
import { getCustomer } from '@timedesk/contracts/customers'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'
import { getEmployee } from '@timedesk/contracts/staff'

import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** What a filter is called that an address names by its id, and what can be chosen. */
export const filterQueries = {
  customerName: (customerId: string) =>
    queryOptions({
      queryKey: [...queryRoots.customers, 'name', customerId],
      queryFn: async ({ signal }) => (await client.call(getCustomer, { params: { customerId }, signal })).name,
    }),
  employeeName: (employeeId: string) =>
    queryOptions({
      queryKey: [...queryRoots.employees, 'name', employeeId],
      queryFn: async ({ signal }) => (await client.call(getEmployee, { params: { employeeId }, signal })).name,
    }),
  agreementName: (agreementId: string) =>
    queryOptions({
      queryKey: [...queryRoots.agreements, 'name', agreementId],
      queryFn: async ({ signal }) => (await client.call(getAgreement, { params: { agreementId }, signal })).heading,
    }),
  agreements: (customerId: string) =>
    queryOptions({
      queryKey: [...queryRoots.agreements, 'options', customerId],
      queryFn: async ({ signal }) => {
        const { data } = await client.call(listAgreements, { query: { customerId, limit: PAGE_SIZE_MAX }, signal })
        return data.map(({ id, heading }) => ({ value: id, label: heading }))
      },
    }),
}
