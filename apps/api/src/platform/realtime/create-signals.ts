import type { FastifyBaseLogger } from 'fastify'
import pg from 'pg'
import type { WrittenEvent } from '../context.ts'
import { newId } from '../new-id.ts'
import type { Signals } from './signals.ts'

const CHANNEL = 'timedesk_events'
const GATHER_MS = 25
const EVENTS_PER_MESSAGE_MAX = 20
const RECONNECT_MS = 2_000

type Message = {
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
  const tell = (events: readonly WrittenEvent[]) => {
    for (const event of events) for (const listener of listeners) listener(event)
  }
  const listening = await keepListening(url, log, ({ from, events }) => {
    if (from !== own) tell(events)
  })
  const announcer = openAnnouncer(url, own, log)

  return {
    publish(events) {
      if (events.length === 0) return
      tell(events)
      announcer.announce(events)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      await Promise.all([listening.close(), announcer.close()])
    },
  }
}

/** Gathers events for a moment and sends them to the other processes. */
function openAnnouncer(url: string, from: string, log: FastifyBaseLogger) {
  const sender = new pg.Pool({ connectionString: url, max: 1 })
  sender.on('error', () => undefined)
  let waiting: WrittenEvent[] = []
  let timer: NodeJS.Timeout | undefined

  async function flush(): Promise<void> {
    timer = undefined
    const events = waiting
    waiting = []
    for (let start = 0; start < events.length; start += EVENTS_PER_MESSAGE_MAX) {
      const message: Message = { from, events: events.slice(start, start + EVENTS_PER_MESSAGE_MAX) }
      await sender.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(message)])
    }
  }
  const flushSafely = () => {
    flush().catch((error: unknown) => {
      log.warn({ err: error }, 'could not announce events to other processes')
    })
  }

  return {
    announce(events: readonly WrittenEvent[]): void {
      waiting.push(...events)
      timer ??= setTimeout(flushSafely, GATHER_MS)
    },
    async close(): Promise<void> {
      clearTimeout(timer)
      await sender.end()
    },
  }
}

/** Listens on a connection of its own, and comes back when it breaks. */
async function keepListening(url: string, log: FastifyBaseLogger, hear: (message: Message) => void) {
  const state: { isClosed: boolean; client: pg.Client | undefined } = { isClosed: false, client: undefined }

  async function listen(): Promise<void> {
    const client = new pg.Client({ connectionString: url, application_name: 'timedesk_signals' })
    client.on('error', () => undefined)
    client.on('end', () => {
      if (!state.isClosed) setTimeout(reconnect, RECONNECT_MS).unref()
    })
    client.on('notification', ({ payload }) => {
      hear(JSON.parse(payload ?? '{}') as Message)
    })
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    state.client = client
  }

  function reconnect(): void {
    if (state.isClosed) return
    listen().catch((error: unknown) => {
      log.warn({ err: error }, 'live updates of other processes are interrupted')
      setTimeout(reconnect, RECONNECT_MS).unref()
    })
  }

  await listen()
  return {
    close: async () => {
      state.isClosed = true
      await state.client?.end()
    },
  }
}
