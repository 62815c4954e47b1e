import { useEffect, useRef } from 'react'

/** Whether what asks still stands on the screen; for what follows an answer that may come after it has gone. */
export function useIsHere(): () => boolean {
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return () => isHere.current
}
