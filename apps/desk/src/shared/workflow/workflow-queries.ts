import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import { getWorkflow, listWorkflowVersions, listWorkflows, previewWorkflow } from '@timedesk/contracts/workflows'

import { client } from '../client.ts'
import { queryRoots } from '../query-roots.ts'

const root = queryRoots.workflows

export const workflowQueries = {
  list: () =>
    queryOptions({
      queryKey: [...root, 'list'],
      queryFn: async ({ signal }) => (await client.call(listWorkflows, { signal })).data,
    }),
  detail: (workflowId: string) =>
    queryOptions({
      queryKey: [...root, 'detail', workflowId],
      queryFn: ({ signal }) => client.call(getWorkflow, { params: { workflowId }, signal }),
    }),
  versions: (workflowId: string) =>
    infiniteQueryOptions({
      queryKey: [...root, 'versions', workflowId],
      queryFn: ({ pageParam, signal }) =>
        client.call(listWorkflowVersions, {
          params: { workflowId },
          query: pageParam === undefined ? {} : { after: pageParam },
          signal,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
  /** What a draft would touch today; the last answer stays in sight while the next one is on its way. */
  preview: (workflowId: string | null, definition: WorkflowDefinition) =>
    queryOptions({
      queryKey: [...root, 'preview', workflowId, definition],
      queryFn: ({ signal }) => client.call(previewWorkflow, { body: { workflowId, definition }, signal }),
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
}
