import { LiveMessage, type extranetStreamLive, type streamLive } from '@timedesk/contracts/live'
import { isRefusal } from './api-error.ts'
import type { Client } from './call.ts'
import { backoffMs, sleep as timerSleep, type Sleep } from './retry.ts'

const RECONNECT_MS = 1_000
const RECONNECT_DOUBLINGS_MAX = 5

/** What of EventSource the stream uses. */
export type LiveSource = {
  onopen: ((event: Event) => void) | null
  onmessage: ((event: MessageEvent<string>) => void) | null
  onerror: ((event: Event) => void) | null
  close: () => void
}

export type LiveOptions = {
  onMessage: (message: LiveMessage) => void
  /** Messages may have been missed: read again what is on the screen. */
  onGap: () => void
  /**
   * Any cheap call of the same audience, made before each reconnection: it renews an expired cookie, which a stream
   * cannot. When it is refused as unauthenticated, the stream stays closed.
   */
  checkSession: () => Promise<unknown>
  newSource?: (url: string) => LiveSource
  sleep?: Sleep
  random?: () => number
}

/** Listens to what changes until `close` is called; reconnects by itself, ever more slowly, and tells of the gap. */
export function openLive(
  client: Pick<Client, 'urlOf'>,
  route: typeof streamLive | typeof extranetStreamLive,
  { onMessage, onGap, checkSession, ...platform }: LiveOptions,
): { close: () => void } {
  const { newSource = newEventSource, sleep = timerSleep, random = Math.random } = platform
  const url = client.urlOf(route)
  const closing = new AbortController()
  let failures = 0
  let isFirst = true

  function connect(): void {
    const source = newSource(url)
    const stop = () => source.close()
    closing.signal.addEventListener('abort', stop, { once: true })
    source.onopen = () => {
      failures = 0
      if (!isFirst) onGap()
      isFirst = false
    }
    source.onmessage = ({ data }) => {
      const message = messageOf(data)
      if (message === null) onGap()
      else onMessage(message)
    }
    source.onerror = () => {
      isFirst = false
      source.close()
      closing.signal.removeEventListener('abort', stop)
      void reconnect()
    }
  }

  async function reconnect(): Promise<void> {
    while (!closing.signal.aborted) {
      const waitMs = backoffMs(Math.min(failures, RECONNECT_DOUBLINGS_MAX), random, RECONNECT_MS)
      failures += 1
      try {
        await sleep(waitMs, closing.signal)
        await checkSession()
        closing.signal.throwIfAborted()
        connect()
        return
      } catch (error) {
        if (isRefusal(error, 'unauthenticated')) closing.abort()
      }
    }
  }

  connect()
  return { close: () => closing.abort() }
}

function newEventSource(url: string): LiveSource {
  return new EventSource(url)
}

/** A message that this version cannot read is a gap rather than a failure. */
function messageOf(data: string): LiveMessage | null {
  try {
    return LiveMessage.parse(JSON.parse(data))
  } catch {
    return null
  }
}
