import { infiniteQueryOptions } from '@tanstack/react-query'

// The bell stands on every screen, so what notices are made of is fetched with the first question for them.
const reader = () => import('./read-notices.ts')

export const noticeQueries = {
  /** What one is told of, case by case; `only` leaves out what is read. */
  entries: (only: 'all' | 'unread' = 'all') =>
    infiniteQueryOptions({
      queryKey: ['notices', only],
      queryFn: async ({ pageParam, signal }) => (await reader()).readEntries(only, pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
  all: () => ['notices'] as const,
}
