import { EventPayload } from '@timedesk/contracts/events'
import { Prisma } from '@timedesk/prisma/client'
import type { Deps } from '../deps.ts'
import type { ActorKind } from '@timedesk/contracts/events'
import type { WrittenEvent } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { Consumer } from './consumers.ts'

const ATTEMPTS_MAX = 10
const POLL_MS = 1_000
const BACKOFF_SECONDS_MAX = 3_600

/** An event as its consumers see it. */
export type DeliveredEvent = {
  id: string
  caseId: string | null
  customerId: string | null
  actorKind: ActorKind
  actorId: string | null
  actorName: string
  /** The request, or the run of a rule, that it came of. */
  requestId: string | null
  at: Date
  payload: EventPayload
}

/**
 * Handles one delivery in the transaction that also marks it done: its rows and the mark exist together. Events that it
 * appends go to `written`, and are announced once that is committed.
 */
export type Handler = (tx: Tx, event: DeliveredEvent, written: WrittenEvent[]) => Promise<void>

type Row = {
  consumer: Consumer
  type: string
  facts: object
  attempts: number
} & Omit<DeliveredEvent, 'payload'>

/** Hands one waiting event to its consumer. Resolves with false when none was waiting. */
export async function deliverNext(
  deps: Pick<Deps, 'database' | 'now' | 'log' | 'signals'>,
  handlers: Record<Consumer, Handler>,
): Promise<boolean> {
  let failed: { row: Row; error: unknown } | undefined
  let written: WrittenEvent[] = []
  const found = await deps.database.transact(async (tx) => {
    const [row] = await tx.rows<Row>(Prisma.sql`
      SELECT d.consumer, d.attempts, e.id, e.type, e.payload AS facts, e.case_id AS "caseId", e.customer_id AS "customerId",
             e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.actor_name AS "actorName", e.request_id AS "requestId", e.at
        FROM event_delivery d JOIN event e ON e.id = d.event_id
       WHERE d.state = 'waiting' AND d.next_attempt_at <= ${deps.now()}
       ORDER BY d.next_attempt_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED`)
    if (row === undefined) return false
    written = []
    try {
      await tx.rows(Prisma.sql`SAVEPOINT handling`)
      await handlers[row.consumer](
        tx,
        { ...row, payload: EventPayload.parse({ type: row.type, ...row.facts }) },
        written,
      )
      await tx.rows(markDone(row, deps.now()))
    } catch (error) {
      await tx.rows(Prisma.sql`ROLLBACK TO SAVEPOINT handling`)
      written = []
      await tx.rows(markFailed(row, error, deps.now()))
      failed = { row, error }
    }
    return true
  })
  if (written.length > 0) deps.signals.publish(written)
  if (failed !== undefined)
    deps.log.error(
      { err: failed.error, eventId: failed.row.id, consumer: failed.row.consumer },
      'an event could not be handled',
    )
  return found
}

function markDone({ id, consumer }: Row, now: Date): Prisma.Sql {
  return Prisma.sql`UPDATE event_delivery SET state = 'done', done_at = ${now}, attempts = attempts + 1 WHERE event_id = ${id}::uuid AND consumer = ${consumer}`
}

function markFailed({ id, consumer, attempts }: Row, error: unknown, now: Date): Prisma.Sql {
  const state = attempts + 1 >= ATTEMPTS_MAX ? 'dead' : 'waiting'
  const next = new Date(now.getTime() + Math.min(BACKOFF_SECONDS_MAX, 2 ** attempts) * 1000)
  return Prisma.sql`UPDATE event_delivery SET state = ${state}, attempts = attempts + 1, next_attempt_at = ${next}, last_error = ${String(error).slice(0, 1000)}
    WHERE event_id = ${id}::uuid AND consumer = ${consumer}`
}

/** A loop that works until nothing is left, and again when it is woken or a second has passed. */
export type Loop = {
  wake: () => void
  stop: () => Promise<void>
}

/** Runs `step` until it resolves with false; then waits to be woken. A fault is logged and tried again later. */
export function startLoop(step: () => Promise<boolean>, log: Deps['log']): Loop {
  const state: { isStopped: boolean; isWoken: boolean; endRest: () => void } = {
    isStopped: false,
    isWoken: false,
    endRest: () => undefined,
  }
  const wasWoken = () => state.isWoken

  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS)
      state.endRest = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function run(): Promise<void> {
    while (!state.isStopped) {
      state.isWoken = false
      const isMore = await step().catch((error: unknown) => {
        log.error({ err: error }, 'background work failed')
        return false
      })
      if (!isMore && !wasWoken()) await rest()
    }
  }

  const wake = () => {
    state.isWoken = true
    state.endRest()
  }
  const running = run()
  return {
    wake,
    stop: async () => {
      state.isStopped = true
      wake()
      await running
    },
  }
}
