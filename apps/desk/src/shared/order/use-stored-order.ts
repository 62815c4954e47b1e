import { useRef, useState } from 'react'

/** Stores an order; while that takes time, `pending` is the order that was asked for last. */
export function useStoredOrder(keys: readonly string[], onOrder: (keys: string[]) => unknown) {
  const latest = useRef(0)
  const [pending, setPending] = useState<readonly string[] | null>(null)
  const commit = (next: string[]) => {
    if (pending === null && next.join(' ') === keys.join(' ')) return
    latest.current += 1
    const mine = latest.current
    const stored = onOrder(next)
    if (!(stored instanceof Promise)) return
    setPending(next)
    const settle = () => {
      if (latest.current === mine) setPending(null)
    }
    stored.then(settle, settle)
  }
  return { pending, commit }
}
