import { useEffect, useState } from 'react'

/** False until `delayMs` have passed since the component appeared. */
export function useDelay(delayMs: number): boolean {
  const [hasPassed, setHasPassed] = useState(false)

  useEffect(() => {
    const timer = setTimeout(() => {
      setHasPassed(true)
    }, delayMs)
    return () => {
      clearTimeout(timer)
    }
  }, [delayMs])

  return hasPassed
}
