import { queryOptions } from '@tanstack/react-query'
import { listDepartments, type Department } from '@timedesk/contracts/staff'

import { client } from '../client.ts'
import { queryRoots } from '../query-roots.ts'

const DEPARTMENTS_PER_PAGE = 200

export const departmentQueries = {
  /** Every department, inactive ones too, sorted by name. */
  all: () =>
    queryOptions({
      queryKey: [...queryRoots.departments, 'all'],
      queryFn: async ({ signal }): Promise<Department[]> =>
        Array.fromAsync(client.items(listDepartments, { query: { limit: DEPARTMENTS_PER_PAGE }, signal })),
    }),
}
