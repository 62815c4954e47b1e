import { useQueryClient } from '@tanstack/react-query'
import { openLive } from '@timedesk/client/live'
import { streamLive, type LiveMessage } from '@timedesk/contracts/live'
import { createContext, use, useEffect, useEffectEvent, useState, type ReactNode } from 'react'

import { client } from '../client.ts'
import { meQueries } from '../session/me-queries.ts'

type Listener = (message: LiveMessage) => void
type Subscribe = (listener: Listener) => () => void

const LiveContext = createContext<Subscribe>(() => () => undefined)

/** Holds the one stream of changes for all screens. After a gap everything that is shown is read again. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient()
  const [listeners] = useState(() => new Set<Listener>())
  const [subscribe] = useState<Subscribe>(() => (listener: Listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  })

  useEffect(() => {
    if (typeof EventSource === 'undefined') return undefined
    const live = openLive(client, streamLive, {
      onMessage: (message) => {
        for (const listener of listeners) listener(message)
      },
      onGap: () => void queryClient.invalidateQueries(),
      checkSession: () => queryClient.query({ ...meQueries.me(), staleTime: 0 }),
    })
    return live.close
  }, [queryClient, listeners])

  return <LiveContext value={subscribe}>{children}</LiveContext>
}

/**
 * Hears of changes together: `delayMs` after the first one that passes the filter, once for all that came meanwhile and
 * passed it too.
 */
export function useLiveBursts(
  filter: (message: LiveMessage) => boolean,
  onBurst: (heard: readonly LiveMessage[]) => void,
  delayMs: number,
): void {
  const subscribe = use(LiveContext)
  const isWanted = useEffectEvent(filter)
  const react = useEffectEvent(onBurst)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let heard: LiveMessage[] = []
    const unsubscribe = subscribe((message) => {
      if (!isWanted(message)) return
      heard.push(message)
      timer ??= setTimeout(() => {
        const burst = heard
        timer = undefined
        heard = []
        react(burst)
      }, delayMs)
    })
    return () => {
      unsubscribe()
      clearTimeout(timer)
    }
  }, [subscribe, delayMs])
}
