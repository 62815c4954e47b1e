import { getCaseViewCounts, listCaseViews, type CaseView } from '@timedesk/contracts/case-views'

import { client } from '../client.ts'

/** All views that this person sees, in their order. */
export async function readViews(signal: AbortSignal): Promise<CaseView[]> {
  return (await client.call(listCaseViews, { signal })).data
}

/** How much stands in some views; null where it could not be counted. */
export async function readCounts(ids: readonly string[], signal: AbortSignal): Promise<Map<string, number | null>> {
  const { data } = await client.call(getCaseViewCounts, { query: { ids: ids.join(',') }, signal })
  return new Map(data.map(({ id, count }) => [id, count]))
}
