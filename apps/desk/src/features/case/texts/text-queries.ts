import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listCaseTexts } from '@timedesk/contracts/canned-texts'

import { client } from '../../../shared/client.ts'
import { besideQueries } from '../beside-queries.ts'

export const textQueries = {
  /** Texts that begin with the search, then those that have it in them; filled in for the case. */
  found: (caseId: string, search: string, inOtherLanguage: boolean) =>
    queryOptions({
      queryKey: [...besideQueries.of(caseId), 'texts', search, inOtherLanguage],
      queryFn: async ({ signal }) => {
        const query = { ...(search !== '' && { search }), ...(inOtherLanguage && { inOtherLanguage }) }
        return (await client.call(listCaseTexts, { params: { caseId }, query, signal })).data
      },
      placeholderData: keepPreviousData,
    }),
}
