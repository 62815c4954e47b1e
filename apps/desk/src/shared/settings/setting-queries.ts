import { queryOptions } from '@tanstack/react-query'

import { queryRoots } from '../query-roots.ts'

const STALE_MS = 5 * 60_000

// The first screen names settings only when a filter does, so their contracts are fetched with the first question.
const readers = () => import('./read-settings.ts')

/** What changes seldom and is chosen from everywhere. */
export const settingQueries = {
  all: () => ['settings'] as const,
  caseTypes: () =>
    queryOptions({
      queryKey: ['settings', 'case-types'],
      queryFn: async ({ signal }) => (await readers()).readCaseTypes(signal),
      staleTime: STALE_MS,
    }),
  priorities: () =>
    queryOptions({
      queryKey: ['settings', 'priorities'],
      queryFn: async ({ signal }) => (await readers()).readPriorities(signal),
      staleTime: STALE_MS,
    }),
  statuses: () =>
    queryOptions({
      queryKey: ['settings', 'statuses'],
      queryFn: async ({ signal }) => (await readers()).readStatuses(signal),
      staleTime: STALE_MS,
    }),
  activityTypes: () =>
    queryOptions({
      queryKey: ['settings', 'activity-types'],
      queryFn: async ({ signal }) => (await readers()).readActivityTypes(signal),
      staleTime: STALE_MS,
    }),
  priceClasses: () =>
    queryOptions({
      queryKey: ['settings', 'price-classes'],
      queryFn: async ({ signal }) => (await readers()).readPriceClasses(signal),
      staleTime: STALE_MS,
    }),
  serviceCalendars: () =>
    queryOptions({
      queryKey: ['settings', 'service-calendars'],
      queryFn: async ({ signal }) => (await readers()).readServiceCalendars(signal),
      staleTime: STALE_MS,
    }),
  rateCards: () =>
    queryOptions({
      queryKey: [...queryRoots.rateCards],
      queryFn: async ({ signal }) => (await readers()).readRateCards(signal),
      staleTime: STALE_MS,
    }),
  departments: () =>
    queryOptions({
      queryKey: ['settings', 'departments'],
      queryFn: async ({ signal }) => (await readers()).readDepartments(signal),
      staleTime: STALE_MS,
    }),
}
