import { listProjects } from '@timedesk/contracts/projects'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type ProjectFilters = { search?: string; isActive?: boolean; customerId?: string }

export const projectQueries = {
  list: (filters: ProjectFilters) =>
    pagesOf([...queryRoots.projects, 'list', filters], (page, signal) =>
      client.call(listProjects, { query: { ...filters, ...page }, signal }),
    ),
}
