import { afterAll, beforeAll, expect, test } from 'vitest'
import { Prisma } from '@timedesk/prisma/client'
import { buildCustomer } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { appendEvents } from './append-events.ts'
import { deliverNext, type Handler } from './relay.ts'

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

async function writeNoteEvent(): Promise<string> {
  const customer = await buildCustomer(server)
  const context: Context = {
    actor: { kind: 'system', id: null, name: 'test' },
    now: server.clock.now,
    newId,
    requestId: null,
    written: [],
  }
  const caseId = newId()
  await server.database.transact((tx) =>
    appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId: customer.id }, [
      { type: 'note.written', noteId: newId(), attachments: 0 },
    ]),
  )
  return context.written[0]?.id ?? ''
}

async function drain(handler: Handler): Promise<void> {
  const handlers = { notify: handler, consent: handler, automate: handler, arrange: handler }
  while (await deliverNext(server.deps, handlers)) continue
}

async function stateOf(eventId: string): Promise<{ state: string; attempts: number } | undefined> {
  const rows = await server.database.reader.rows<{ state: string; attempts: number }>(
    Prisma.sql`SELECT state, attempts FROM event_delivery WHERE event_id = ${eventId}::uuid`,
  )
  return rows[0]
}

test('relays that work at the same time handle each event once', async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, writeNoteEvent))
  const handled: string[] = []
  const handler: Handler = async (_tx, event) => {
    handled.push(event.id)
    return Promise.resolve()
  }

  await Promise.all([drain(handler), drain(handler), drain(handler)])

  expect(handled.toSorted()).toEqual(ids.toSorted())
})

test('what a handler wrote before it failed is undone, and it is tried again later', async () => {
  const id = await writeNoteEvent()
  const failing: Handler = async (tx) => {
    await tx.rows(Prisma.sql`UPDATE company SET name = 'half done'`)
    throw new Error('the post office is closed')
  }

  await drain(failing)
  const company = await server.database.transact((tx) => tx.company.findUniqueOrThrow({ where: { id: 1 } }))
  expect(company.name).not.toBe('half done')
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', attempts: 1 })

  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
  const handled: string[] = []
  await drain(async (_tx, event) => {
    handled.push(event.id)
    return Promise.resolve()
  })
  expect(handled).toEqual([id])
  expect(await stateOf(id)).toMatchObject({ state: 'done' })
})

test('an event that always fails is parked, and blocks nobody', async () => {
  const id = await writeNoteEvent()
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await drain(() => Promise.reject(new Error('poison')))
    server.clock.now = new Date(server.clock.now.getTime() + 3_600_000)
  }

  expect(await stateOf(id)).toEqual({ state: 'dead', attempts: 10 })
})

test.for(['UPDATE event SET actor_name = $$x$$', 'DELETE FROM event', 'TRUNCATE event CASCADE'])(
  'the database refuses: %s',
  async (statement) => {
    await writeNoteEvent()

    await expect(server.database.reader.rows(Prisma.raw(statement))).rejects.toThrow(
      /append-only|permission denied|must be owner/u,
    )
  },
)
