import {
  extranetGetCase,
  extranetGetCaseChoices,
  extranetListCases,
  extranetListTimeline,
} from '@timedesk/contracts/extranet-cases'
import { extranetListTime } from '@timedesk/contracts/extranet-agreements'
import type { StatusCategory } from '@timedesk/contracts/case-status'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { client } from './client.ts'

const PAGE_SIZE = 30
const TIMELINE_PAGE_SIZE = 50
const TIME_PAGE_SIZE = 50

/** Which cases a list shows; what is absent does not narrow it. */
export type CaseFilters = {
  mine?: boolean | undefined
  isActive?: boolean | undefined
  status?: StatusCategory[] | undefined
  search?: string | undefined
}

/** How cases are read and remembered. */
export const caseQueries = {
  all: () => ['cases'] as const,
  lists: () => [...caseQueries.all(), 'list'] as const,
  list: (filters: CaseFilters) =>
    infiniteQueryOptions({
      queryKey: [...caseQueries.lists(), filters],
      queryFn: ({ pageParam, signal }) =>
        client.call(extranetListCases, { query: { ...filters, limit: PAGE_SIZE, after: pageParam }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
  /** The first few of a list, without going on. */
  top: (filters: CaseFilters, limit: number) =>
    queryOptions({
      queryKey: [...caseQueries.lists(), 'top', filters, limit],
      queryFn: ({ signal }) => client.call(extranetListCases, { query: { ...filters, limit }, signal }),
    }),
  details: () => [...caseQueries.all(), 'detail'] as const,
  /** A case by its number, as it stands in addresses. */
  detail: (number: string) =>
    queryOptions({
      queryKey: [...caseQueries.details(), number],
      queryFn: ({ signal }) => client.call(extranetGetCase, { params: { caseId: number }, signal }),
    }),
  timelines: () => [...caseQueries.all(), 'timeline'] as const,
  /** The dialogue, latest page first. */
  timeline: (caseId: string) =>
    infiniteQueryOptions({
      queryKey: [...caseQueries.timelines(), caseId],
      queryFn: ({ pageParam, signal }) =>
        client.call(extranetListTimeline, {
          params: { caseId },
          query: { order: 'desc', limit: TIMELINE_PAGE_SIZE, after: pageParam },
          signal,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
  /** The time on a case, oldest first. */
  time: (caseId: string) =>
    infiniteQueryOptions({
      queryKey: [...caseQueries.all(), 'time', caseId],
      queryFn: ({ pageParam, signal }) =>
        client.call(extranetListTime, {
          params: { caseId },
          query: { limit: TIME_PAGE_SIZE, after: pageParam },
          signal,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
  /** Below it stands what waits to be accepted beyond the agreements. */
  overage: () => [...caseQueries.all(), 'overage'] as const,
  choices: () =>
    queryOptions({
      queryKey: ['case-choices'],
      queryFn: ({ signal }) => client.call(extranetGetCaseChoices, { signal }),
    }),
}
