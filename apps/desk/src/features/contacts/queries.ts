import { listContacts } from '@timedesk/contracts/contacts'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type ContactFilters = { search?: string; isActive?: boolean; customerId?: string }

export const contactQueries = {
  list: (filters: ContactFilters) =>
    pagesOf([...queryRoots.contacts, 'list', filters], (page, signal) =>
      client.call(listContacts, { query: { ...filters, ...page }, signal }),
    ),
}
