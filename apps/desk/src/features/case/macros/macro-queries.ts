import { queryOptions } from '@tanstack/react-query'
import { getMacroPreview, listMacros } from '@timedesk/contracts/macros'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'

import { client } from '../../../shared/client.ts'
import { loadProblemWords } from '../../../shared/problems/problem-words.ts'
import { queryRoots } from '../../../shared/query-roots.ts'
import { besideQueries } from '../beside-queries.ts'

export const macroQueries = {
  /** The macros that this person may run. */
  usable: () =>
    queryOptions({
      queryKey: [...queryRoots.macros, 'usable'],
      queryFn: ({ signal }) =>
        Array.fromAsync(client.items(listMacros, { query: { isActive: true, limit: PAGE_SIZE_MAX }, signal })),
    }),
  /** What a macro would say and change on a case as it is now. */
  preview: (caseId: string, macroId: string) =>
    queryOptions({
      queryKey: [...besideQueries.of(caseId), 'macro', macroId],
      queryFn: async ({ signal }) => {
        const preview = await client.call(getMacroPreview, { params: { caseId, macroId }, signal })
        // The answer itself is no refusal, which would bring the words for one along.
        if (preview.refusal !== null) await loadProblemWords()
        return preview
      },
    }),
}
