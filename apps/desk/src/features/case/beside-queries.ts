import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { listCaseRuns } from '@timedesk/contracts/automation-runs'
import { listCaseAttachments } from '@timedesk/contracts/case-attachments'
import { listCaseBadges } from '@timedesk/contracts/case-badges'
import { getCaseLinks } from '@timedesk/contracts/case-links'
import { getCaseChecklist } from '@timedesk/contracts/checklists'
import { getCaseClocks } from '@timedesk/contracts/clocks'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'
import { loadProblemWords } from '../../shared/problems/problem-words.ts'

const RUNS_SHOWN = 5
const FILES_SHOWN = 12

/** What stands beside a case: read anew together, since a move or a message may change any of it. */
export const besideQueries = {
  of: (caseId: string) => [...caseQueries.all(), 'beside', caseId] as const,
  checklist: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'beside', caseId, 'checklist'],
      queryFn: ({ signal }) => client.call(getCaseChecklist, { params: { caseId }, signal }),
    }),
  links: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'beside', caseId, 'links'],
      queryFn: ({ signal }) => client.call(getCaseLinks, { params: { caseId }, signal }),
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
      queryFn: async ({ pageParam, signal }) => {
        const query = { limit: RUNS_SHOWN, ...(pageParam !== undefined && { after: pageParam }) }
        const runs = await client.call(listCaseRuns, { params: { caseId }, query, signal })
        if (runs.data.some(({ refusal }) => refusal !== null)) await loadProblemWords()
        return runs
      },
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
      queryFn: ({ pageParam, signal }) => {
        const query = { limit: FILES_SHOWN, ...(pageParam !== undefined && { after: pageParam }) }
        return client.call(listCaseAttachments, { params: { caseId }, query, signal })
      },
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
}
