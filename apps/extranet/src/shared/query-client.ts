import { isRefusal } from '@timedesk/client/api-error'
import { QueryClient } from '@tanstack/react-query'

const FRESH_MS = 30_000

/** The cache of what the API said. The client itself tries again, so that queries need not. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: FRESH_MS, throwOnError: false },
      mutations: { retry: false },
    },
  })
}

/** Whether what was asked for is not there, or not for this reader. */
export function isMissing(error: unknown): boolean {
  return isRefusal(error, 'not_found') || isRefusal(error, 'invalid_request')
}
