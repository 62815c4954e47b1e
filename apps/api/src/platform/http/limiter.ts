/**
 * How much of what an actor may do. Routes name one of the first five; signing in takes from `guess` and `account`
 * besides, and mail that strangers can cause takes from `address`.
 */
export type Budget = 'ordinary' | 'sign_in' | 'mail' | 'search' | 'upload' | 'guess' | 'account' | 'address'

export type Limiter = {
  /** Takes one from the bucket of `key`. Refuses with `rate_limited` and says when to come back. */
  take: (key: string, budget: Budget) => Promise<void>
}
