import { PassThrough } from 'node:stream'
import { extranetStreamLive, streamLive, type LiveMessage } from '@timedesk/contracts/live'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../platform/deps.ts'
import type { ContactActor, WrittenEvent } from '../platform/context.ts'
import type { RouteModule } from '../platform/http/serve.ts'

const HEARTBEAT_MS = 20_000
const STREAMS_PER_PERSON_MAX = 10
const BUFFERED_BYTES_MAX = 64 * 1024

const open = new Map<string, number>()

/** What staff hear of beside cases: it closes or opens the sheets that they have before them. */
const SHEET_EVENT = /^(?:week|period)\./u

/** Staff hear of every case, week and period, and of what passes. Whether they still may is asked at each heartbeat. */
export const liveRoutes: RouteModule = (serve) => {
  serve.bare(streamLive, async ({ deps, actor, request, reply }) =>
    stream(deps, actor.key, reply, {
      mayHear: ({ caseId, type, passing }) =>
        Promise.resolve(
          passing === undefined
            ? caseId !== null || SHEET_EVENT.test(type)
            : passing.employeeId === null || passing.employeeId === actor.id,
        ),
      isStillThere: async () => (await deps.authenticate.staff(request))?.permissions.has('case:read') === true,
    }),
  )
}

/** Contacts hear of public events of cases that the database lets them see at the moment of sending. */
export const extranetLiveRoutes: RouteModule = (serve) => {
  serve.bare(extranetStreamLive, async ({ deps, actor, request, reply }) =>
    stream(deps, actor.key, reply, {
      mayHear: async (event) =>
        event.passing === undefined &&
        !event.isInternal &&
        event.customerId === actor.customerId &&
        (await maySee(deps, request, event)),
      isStillThere: async () => (await deps.authenticate.contact(request)) !== null,
    }),
  )
}

async function maySee(deps: Deps, request: FastifyRequest, { caseId }: WrittenEvent): Promise<boolean> {
  const contact: ContactActor | null = await deps.authenticate.contact(request)
  if (contact === null || caseId === null) return false
  const found = await deps.database.transactAs(contact, (tx) =>
    tx.rows(Prisma.sql`SELECT 1 FROM support_case WHERE id = ${caseId}::uuid`),
  )
  return found.length > 0
}

type Listener = {
  mayHear: (event: WrittenEvent) => Promise<boolean>
  isStillThere: () => Promise<boolean>
}

function stream(deps: Deps, key: string, reply: FastifyReply, { mayHear, isStillThere }: Listener): FastifyReply {
  const count = open.get(key) ?? 0
  if (count >= STREAMS_PER_PERSON_MAX) throw new Refusal('rate_limited', { retryAfterSeconds: HEARTBEAT_MS / 1000 })
  open.set(key, count + 1)
  const body = new PassThrough()
  const write = (chunk: string) => {
    if (body.writableLength > BUFFERED_BYTES_MAX) body.destroy()
    else body.write(chunk)
  }
  const unsubscribe = deps.signals.subscribe((event) => {
    const message = messageOf(event)
    void ifAllowed(
      () => mayHear(event),
      () => {
        write(`data: ${JSON.stringify(message)}\n\n`)
      },
    )
  })
  const heartbeat = setInterval(() => {
    void isStillThere().then(
      (isThere) => {
        if (isThere) write(':\n\n')
        else body.end()
      },
      () => body.end(),
    )
  }, HEARTBEAT_MS)
  const stop = () => {
    clearInterval(heartbeat)
    unsubscribe()
    open.set(key, Math.max(0, (open.get(key) ?? 1) - 1))
  }
  body.once('close', stop)
  reply.raw.once('close', () => body.destroy())
  write('retry: 2000\n\n')
  return reply.header('content-type', 'text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(body)
}

function messageOf({ id, type, caseId, passing }: WrittenEvent): LiveMessage {
  if (passing === undefined) return { type, caseId, eventId: id }
  return { type, caseId, eventId: null, ...(passing.aboutId !== null && { aboutId: passing.aboutId }) }
}

/** A question that fails is answered with silence: the listener reads again after a gap anyway. */
async function ifAllowed(question: () => Promise<boolean>, act: () => void): Promise<void> {
  if (await question().catch(() => false)) act()
}
