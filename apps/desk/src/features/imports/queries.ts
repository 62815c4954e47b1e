import { listImportRefusals, listImports } from '@timedesk/contracts/operations'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export const importQueries = {
  list: () =>
    pagesOf([...queryRoots.imports, 'list'], (page, signal) => client.call(listImports, { query: page, signal })),
  refusals: (importId: string) =>
    pagesOf([...queryRoots.imports, 'refusals', importId], (page, signal) =>
      client.call(listImportRefusals, { params: { importId }, query: page, signal }),
    ),
}
