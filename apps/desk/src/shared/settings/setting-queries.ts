import { queryOptions } from '@tanstack/react-query'
import { listActivityTypes } from '@timedesk/contracts/settings'
import { listCaseStatuses, listCaseTypes, listPriorities } from '@timedesk/contracts/case-settings'
import { listDepartments } from '@timedesk/contracts/staff'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'

import { client } from '../client.ts'

const STALE_MS = 5 * 60_000

/** What changes seldom and is chosen from everywhere. */
export const settingQueries = {
  all: () => ['settings'] as const,
  caseTypes: () =>
    queryOptions({
      queryKey: ['settings', 'case-types'],
      queryFn: async ({ signal }) => (await client.call(listCaseTypes, { signal })).data,
      staleTime: STALE_MS,
    }),
  priorities: () =>
    queryOptions({
      queryKey: ['settings', 'priorities'],
      queryFn: async ({ signal }) => (await client.call(listPriorities, { signal })).data,
      staleTime: STALE_MS,
    }),
  statuses: () =>
    queryOptions({
      queryKey: ['settings', 'statuses'],
      queryFn: async ({ signal }) => (await client.call(listCaseStatuses, { signal })).data,
      staleTime: STALE_MS,
    }),
  activityTypes: () =>
    queryOptions({
      queryKey: ['settings', 'activity-types'],
      queryFn: async ({ signal }) => (await client.call(listActivityTypes, { signal })).data,
      staleTime: STALE_MS,
    }),
  departments: () =>
    queryOptions({
      queryKey: ['settings', 'departments'],
      queryFn: ({ signal }) =>
        Array.fromAsync(client.items(listDepartments, { query: { limit: PAGE_SIZE_MAX }, signal })),
      staleTime: STALE_MS,
    }),
}
