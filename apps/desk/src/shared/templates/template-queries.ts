import { queryOptions } from '@tanstack/react-query'
import { listCaseTemplates } from '@timedesk/contracts/case-templates'
import { listChecklistTemplates } from '@timedesk/contracts/checklists'

import { client } from '../client.ts'
import { queryRoots } from '../query-roots.ts'

/** Templates of every kind, in their order, active or not. */
export const templateQueries = {
  cases: () =>
    queryOptions({
      queryKey: [...queryRoots.caseTemplates],
      queryFn: async ({ signal }) => (await client.call(listCaseTemplates, { query: {}, signal })).data,
    }),
  checklists: () =>
    queryOptions({
      queryKey: [...queryRoots.checklistTemplates],
      queryFn: async ({ signal }) => (await client.call(listChecklistTemplates, { query: {}, signal })).data,
    }),
}
