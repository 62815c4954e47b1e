import { queryOptions } from '@tanstack/react-query'
import { getMail, listMails, type Mail } from '@timedesk/contracts/operations'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type MailFilters = { state?: Mail['state'] }

export const mailQueries = {
  list: (filters: MailFilters) =>
    pagesOf([...queryRoots.mails, 'list', filters], (page, signal) =>
      client.call(listMails, { query: { ...filters, ...page }, signal }),
    ),
  one: (mailId: string) =>
    queryOptions({
      queryKey: [...queryRoots.mails, 'one', mailId],
      queryFn: ({ signal }) => client.call(getMail, { params: { mailId }, signal }),
    }),
}
