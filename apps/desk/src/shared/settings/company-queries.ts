import { queryOptions } from '@tanstack/react-query'
import { getCompany } from '@timedesk/contracts/settings'

import { client } from '../client.ts'
import { queryRoots } from '../query-roots.ts'

export const companyQueries = {
  one: () =>
    queryOptions({
      queryKey: [...queryRoots.company],
      queryFn: ({ signal }) => client.call(getCompany, { signal }),
    }),
}
