import { queryOptions } from '@tanstack/react-query'

const REFETCH_MS = 60_000

// Every screen asks for the timer, so its contract is fetched with the first question and not before the first screen.
const reader = () => import('./read-timer.ts')

export const timerQueries = {
  /**
   * The one timer of this person; the server holds it, so it survives reloads and other devices. Other devices are
   * not told of each other, so it is asked for again whenever the window is looked at.
   */
  mine: () =>
    queryOptions({
      queryKey: ['timer'],
      queryFn: async ({ signal }) => (await reader()).readTimer(signal),
      staleTime: 0,
      refetchInterval: REFETCH_MS,
    }),
}
