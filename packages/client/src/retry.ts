import type { Route } from '@timedesk/contracts/route'
import { ApiFault, ApiRefusal } from './api-error.ts'

const RETRIES_MAX = 2
const BACKOFF_MS = 300
const PASSING_STATUSES: readonly (number | undefined)[] = [502, 503, 504]

/** Waits; rejects with the signal's reason when it is aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

export type RetryPolicy = { sleep: Sleep; random: () => number; now: () => number }

/**
 * Whether the same request may be sent again without doing its work twice: reads, PUT and DELETE, and a POST whose
 * idempotency key the API stores, which it does for signed-in callers. What is guarded like a sign-in is tried once.
 */
export function isRepeatable({ method, access, budget }: Route): boolean {
  if (budget === 'sign_in' || budget === 'mail' || method === 'PATCH') return false
  return method !== 'POST' || access.audience !== 'public'
}

/** Tries again what may pass by itself: at most twice, ever later, as late as the API asks, never past `deadline`. */
export async function withRetries<Result>(
  attempt: () => Promise<Result>,
  { sleep, random, now }: RetryPolicy,
  { signal, deadline }: { signal: AbortSignal; deadline: number },
): Promise<Result> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (retries === RETRIES_MAX || !mayPass(error)) throw error
      const waitMs = Math.max(backoffMs(retries, random), (error.retryAfterSeconds ?? 0) * 1000)
      if (now() + waitMs >= deadline) throw error
      await sleep(waitMs, signal)
    }
  }
}

/** The wait before a further try: doubles each time, and half of it is chance, so that clients do not come in step. */
export function backoffMs(tries: number, random: () => number, firstMs: number = BACKOFF_MS): number {
  const longest = firstMs * 2 ** tries
  return longest / 2 + (longest / 2) * random()
}

/** Sleeps on a timer of the platform. */
export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })

function mayPass(error: unknown): error is ApiRefusal | ApiFault {
  if (error instanceof ApiRefusal)
    return (
      error.code === 'rate_limited' || error.code === 'request_in_flight' || PASSING_STATUSES.includes(error.status)
    )
  return error instanceof ApiFault && (error.kind === 'network' || PASSING_STATUSES.includes(error.status))
}
