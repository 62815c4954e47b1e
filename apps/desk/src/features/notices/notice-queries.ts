import { queryOptions } from '@tanstack/react-query'

// The bell stands on every screen, so what notices are made of is fetched with the first question for them.
const reader = () => import('./read-notices.ts')

export const noticeQueries = {
  latest: () =>
    queryOptions({
      queryKey: ['notices'],
      queryFn: async ({ signal }) => (await reader()).readLatestNotices(signal),
    }),
}
