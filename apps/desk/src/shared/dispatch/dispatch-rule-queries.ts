import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  explainDispatch,
  getDispatchRule,
  listDispatchRules,
  previewConditions,
} from '@timedesk/contracts/dispatch-rules'
import type { z } from 'zod'

import { client } from '../client.ts'
import { queryRoots } from '../query-roots.ts'

const root = queryRoots.dispatchRules

type PreviewBody = z.input<typeof previewConditions.body>

export const dispatchRuleQueries = {
  list: () =>
    queryOptions({
      queryKey: [...root, 'list'],
      queryFn: async ({ signal }) => (await client.call(listDispatchRules, { signal })).data,
    }),
  detail: (ruleId: string) =>
    queryOptions({
      queryKey: [...root, 'rule', ruleId],
      queryFn: ({ signal }) => client.call(getDispatchRule, { params: { ruleId }, signal }),
    }),
  /** Which cases of the last days the conditions match. */
  matches: (conditions: PreviewBody['conditions']) =>
    queryOptions({
      queryKey: [...root, 'matches', conditions],
      queryFn: ({ signal }) => client.call(previewConditions, { body: { conditions }, signal }),
      placeholderData: keepPreviousData,
    }),
  /** Where the rules would send a case now. Asked anew each time: it depends on who is there and has time. */
  explanation: (caseId: string) =>
    queryOptions({
      queryKey: [...root, 'explanation', caseId],
      queryFn: ({ signal }) => client.call(explainDispatch, { params: { caseId }, signal }),
      staleTime: 0,
      gcTime: 0,
    }),
}
