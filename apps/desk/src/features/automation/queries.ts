import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getAutomationRule, listAutomationRules } from '@timedesk/contracts/automation-rules'
import { listAutomationRuns, type RunOutcome } from '@timedesk/contracts/automation-runs'
import type { Condition } from '@timedesk/contracts/conditions'
import { previewConditions } from '@timedesk/contracts/dispatch-rules'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { loadProblemWords } from '../../shared/problems/problem-words.ts'
import { queryRoots } from '../../shared/query-roots.ts'

const root = queryRoots.automationRules

export const automationQueries = {
  list: () =>
    queryOptions({
      queryKey: [...root, 'list'],
      queryFn: async ({ signal }) => (await client.call(listAutomationRules, { signal })).data,
    }),
  detail: (ruleId: string) =>
    queryOptions({
      queryKey: [...root, 'detail', ruleId],
      queryFn: ({ signal }) => client.call(getAutomationRule, { params: { ruleId }, signal }),
    }),
  runs: (ruleId: string, outcome: RunOutcome | undefined) =>
    pagesOf([...root, 'runs', ruleId, outcome ?? 'any'], async (paging, signal) => {
      const query = { ...paging, ...(outcome !== undefined && { outcome }) }
      const runs = await client.call(listAutomationRuns, { params: { ruleId }, query, signal })
      // The answer itself is no refusal, which would bring the words for those that it tells of.
      if (runs.data.some(({ refusal }) => refusal !== null)) await loadProblemWords()
      return runs
    }),
  matches: (conditions: readonly Condition[]) =>
    queryOptions({
      queryKey: [...root, 'matches', conditions],
      queryFn: ({ signal }) => client.call(previewConditions, { body: { conditions: [...conditions] }, signal }),
      placeholderData: keepPreviousData,
      gcTime: 0,
      retry: false,
    }),
}
