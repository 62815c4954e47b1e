import { useEffect, useState } from 'react'

/** The longest that the rest of a page waits for a browser that is never idle. */
const WAIT_MS_MAX = 2_000

/** True once the page stands and the browser has shown it, and has nothing more urgent to do. */
export function useIsSettled(stands: boolean): boolean {
  const [isSettled, setIsSettled] = useState(false)
  useEffect(() => {
    if (!stands) return undefined
    const settle = () => setIsSettled(true)
    // Safari has no word of its own for being idle.
    if (!('requestIdleCallback' in window)) {
      const soon = setTimeout(settle)
      return () => clearTimeout(soon)
    }
    const soon = requestIdleCallback(settle, { timeout: WAIT_MS_MAX })
    return () => cancelIdleCallback(soon)
  }, [stands])
  return isSettled
}
