import { queryOptions } from '@tanstack/react-query'
import { listCostRates } from '@timedesk/contracts/cost-rates'
import { listEmployees } from '@timedesk/contracts/staff'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type EmployeeFilters = { search?: string; isActive?: boolean; departmentId?: string }

export const employeeQueries = {
  list: (filters: EmployeeFilters) =>
    pagesOf([...queryRoots.employees, 'list', filters], (page, signal) =>
      client.call(listEmployees, { query: { ...filters, ...page }, signal }),
    ),
  costRates: (employeeId: string) =>
    queryOptions({
      queryKey: [...queryRoots.costRates, employeeId],
      queryFn: async ({ signal }) => (await client.call(listCostRates, { params: { employeeId }, signal })).data,
    }),
}
