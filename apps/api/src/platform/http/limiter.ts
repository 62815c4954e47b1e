/** How much of what an actor may do; routes name one of these. */
export type Budget = 'ordinary' | 'sign_in' | 'mail' | 'search' | 'upload'

export interface Limiter {
  /** Takes one from the bucket of `key`. Refuses with `rate_limited` and says when to come back. */
  take: (key: string, budget: Budget) => Promise<void>
}
