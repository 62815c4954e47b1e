import { useEffect, useState } from 'react'

/** How long it waits after the first failure; after each further one as long again. */
const RETRY_MS = 5_000

type Fetched<Value> = {
  value: Value | undefined
  /** It failed at least once, and goes on trying. */
  hasFailed: boolean
  /** Does so at once, where the last attempt is over. */
  tryAgain: () => void
}

/**
 * Fetches what is not there yet once it is wanted. What fails is tried again: after a while, when there is a connection
 * again, and when somebody asks. `fetch` has to stay the same function.
 */
export function useFetched<Value>(
  known: Value | undefined,
  fetch: () => Promise<Value>,
  isWanted: boolean,
): Fetched<Value> {
  const [value, setValue] = useState(() => known)
  const [count, setCount] = useState(1)
  const [failedCount, setFailedCount] = useState(0)
  const isFailed = failedCount === count

  useEffect(() => {
    if (!isWanted) return
    fetch().then(
      (given) => setValue(() => given),
      () => setFailedCount(count),
    )
  }, [fetch, isWanted, count])

  useEffect(() => {
    if (!isFailed) return undefined
    const next = () => setCount(count + 1)
    const soon = setTimeout(next, RETRY_MS * count)
    window.addEventListener('online', next)
    return () => {
      clearTimeout(soon)
      window.removeEventListener('online', next)
    }
  }, [isFailed, count])

  return {
    value,
    hasFailed: failedCount > 0,
    tryAgain: () => {
      if (isFailed) setCount(count + 1)
    },
  }
}
