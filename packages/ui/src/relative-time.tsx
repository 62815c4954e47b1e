import { useEffect, useState } from 'react'

import { useFormat } from './format.ts'

const REFRESH_MS = 30_000

type RelativeTimeProps = {
  /** An ISO instant. */
  at: string
}

/** “5 minutes ago”, kept true while it is on the screen, with the absolute time as its title. */
export function RelativeTime({ at }: RelativeTimeProps) {
  const format = useFormat()
  const now = useNow(REFRESH_MS)
  return (
    <time dateTime={at} title={format.fullDateTime(at)}>
      {format.relative(at, now)}
    </time>
  )
}

/** The current instant, renewed each `intervalMs`. */
export function useNow(intervalMs: number): Date {
  const [now, setNow] = useState(() => new Date())

  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date())
    }, intervalMs)
    return () => {
      clearInterval(timer)
    }
  }, [intervalMs])

  return now
}
