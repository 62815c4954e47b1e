import { Refusal } from '@timedesk/contracts/refusal'

const RETRY_AFTER_SECONDS = 2

/** Runs work at most so many at a time; the rest waits in order. */
export type Lane = <Result>(work: () => Promise<Result>) => Promise<Result>

/** A lane for costly work. Refuses with `unavailable` when too many are waiting already. */
export function createLane({ runningMax, waitingMax }: { runningMax: number; waitingMax: number }): Lane {
  const waiting: (() => void)[] = []
  let running = 0

  return async (work) => {
    if (running >= runningMax) {
      if (waiting.length >= waitingMax) throw new Refusal('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS })
      // Whoever finishes hands its place over, so the count stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
