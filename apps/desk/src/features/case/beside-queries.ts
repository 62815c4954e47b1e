import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { listCaseBadges } from '@timedesk/contracts/case-badges'
import { getCaseClocks } from '@timedesk/contracts/clocks'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'

// The contracts of what comes once the page stands come with the first question.
const reader = () => import('./read-beside.ts')

/** What stands beside a case: read anew together, since a move or a message may change any of it. */
export const besideQueries = {
  of: (caseId: string) => [...caseQueries.all(), 'beside', caseId] as const,
  checklist: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'beside', caseId, 'checklist'],
      queryFn: async ({ signal }) => (await reader()).readChecklist(caseId, signal),
    }),
  links: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'beside', caseId, 'links'],
      queryFn: async ({ signal }) => (await reader()).readLinks(caseId, signal),
    }),
  clocks: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'beside', caseId, 'clocks'],
      queryFn: ({ signal }) => client.call(getCaseClocks, { params: { caseId }, signal }),
    }),
  /** Rules that ran on the case, latest first. */
  runs: (caseId: string) =>
    infiniteQueryOptions({
      queryKey: [...caseQueries.all(), 'beside', caseId, 'runs'],
      queryFn: async ({ pageParam, signal }) => (await reader()).readRuns(caseId, pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
  /** Whether what is prepaid covers the case today; null where nothing can be said. */
  badge: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'beside', caseId, 'badge'],
      queryFn: async ({ signal }) =>
        (await client.call(listCaseBadges, { query: { caseIds: [caseId] }, signal })).data[0] ?? null,
    }),
  /** The files of its messages, newest first. */
  files: (caseId: string) =>
    infiniteQueryOptions({
      queryKey: [...caseQueries.all(), 'beside', caseId, 'files'],
      queryFn: async ({ pageParam, signal }) => (await reader()).readFiles(caseId, pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
}
