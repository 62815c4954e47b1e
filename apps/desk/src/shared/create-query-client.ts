import { QueryClient } from '@tanstack/react-query'

const STALE_MS = 15_000

/** What was read from the API. The client itself retries what may pass, so a failure here is final. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: STALE_MS, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
}
