import { queryOptions } from '@tanstack/react-query'
import { listSkills } from '@timedesk/contracts/skills'

import { client } from '../client.ts'
import { queryRoots } from '../query-roots.ts'

/** Every skill by name, active or not. */
export const skillQueries = {
  list: () =>
    queryOptions({
      queryKey: [...queryRoots.skills],
      queryFn: async ({ signal }) => (await client.call(listSkills, { query: {}, signal })).data,
    }),
}
