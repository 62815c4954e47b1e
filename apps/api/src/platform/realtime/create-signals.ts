import type { FastifyBaseLogger } from 'fastify'
import pg from 'pg'
import type { WrittenEvent } from '../context.ts'
import { newId } from '../new-id.ts'
import type { Signals } from './signals.ts'

const CHANNEL = 'timedesk_events'
const GATHER_MS = 25
const EVENTS_PER_MESSAGE_MAX = 20
const RECONNECT_MS = 2_000

interface Message {
  from: string
  events: WrittenEvent[]
}

/**
 * Announcements through LISTEN and NOTIFY, so that any number of processes agree. Made after the commit, gathered
 * for a moment and sent outside of any transaction, because a NOTIFY inside would make commits wait for each other.
 */
export async function createSignals(
  url: string,
  log: FastifyBaseLogger,
): Promise<Signals & { close: () => Promise<void> }> {
  const own = newId()
  const listeners = new Set<(event: WrittenEvent) => void>()
  const sender = new pg.Pool({ connectionString: url, max: 1 })
  sender.on('error', () => undefined)
  let waiting: WrittenEvent[] = []
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let listening: pg.Client | undefined

  const tell = (events: readonly WrittenEvent[]) => {
    for (const event of events) for (const listener of listeners) listener(event)
  }

  async function flush(): Promise<void> {
    timer = undefined
    const events = waiting
    waiting = []
    for (let start = 0; start < events.length; start += EVENTS_PER_MESSAGE_MAX) {
      const message: Message = { from: own, events: events.slice(start, start + EVENTS_PER_MESSAGE_MAX) }
      await sender.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(message)])
    }
  }

  async function listen(): Promise<void> {
    const client = new pg.Client({ connectionString: url, application_name: 'timedesk_signals' })
    client.on('error', () => undefined)
    client.on('end', () => {
      if (!closed) setTimeout(reconnect, RECONNECT_MS).unref()
    })
    client.on('notification', ({ payload }) => {
      const message = JSON.parse(payload ?? '{}') as Message
      if (message.from !== own) tell(message.events)
    })
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    listening = client
  }

  function reconnect(): void {
    if (closed) return
    listen().catch((error: unknown) => {
      log.warn({ err: error }, 'live updates of other processes are interrupted')
      setTimeout(reconnect, RECONNECT_MS).unref()
    })
  }

  await listen()
  return {
    publish(events) {
      if (events.length === 0 || closed) return
      tell(events)
      waiting.push(...events)
      timer ??= setTimeout(() => {
        flush().catch((error: unknown) => {
          log.warn({ err: error }, 'could not announce events to other processes')
        })
      }, GATHER_MS)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await listening?.end()
      await sender.end()
    },
  }
}
