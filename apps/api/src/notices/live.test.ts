import { streamLive, extranetStreamLive } from '@timedesk/contracts/live'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildContact, buildCustomer, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import type { WrittenEvent } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { pass } from '../platform/realtime/pass.ts'
import { buildCase } from '../../test/build-case.ts'

const listeners = new Set<(event: WrittenEvent) => void>()
const signals = {
  publish: (events: readonly WrittenEvent[]) => {
    for (const event of events) for (const listener of listeners) listener(event)
  },
  subscribe: (listener: (event: WrittenEvent) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

let server: Awaited<ReturnType<typeof startServer>>
let address: string

beforeAll(async () => {
  server = await startServer({ signals })
  address = await server.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => server.close())

/** A stream that somebody listens to, and the messages that have come so far. */
async function listen(path: string, { headers }: SignedIn) {
  const abort = new AbortController()
  const response = await fetch(`${address}${path}`, { headers, signal: abort.signal })
  let text = ''
  const done = (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk as Uint8Array).toString()
  })().catch(() => undefined)
  return {
    status: response.status,
    text: () => text,
    types: () => [...text.matchAll(/"type":"([^"]+)"/gu)].map(([, type]) => type),
    close: async () => {
      abort.abort()
      await done
    },
  }
}

const event = (type: WrittenEvent['type'], facts: Partial<WrittenEvent>): WrittenEvent => ({
  id: newId(),
  type,
  caseId: null,
  customerId: null,
  isInternal: false,
  ...facts,
})

test('staff hear of every case, week and period, and of nothing else', async () => {
  const agent = await buildEmployee(server)
  const { id: caseId, customerId } = await buildCase(server)
  const stream = await listen(streamLive.path, agent)

  signals.publish([
    event('customer.changed', { customerId }),
    event('week.moved', { isInternal: true }),
    event('period.locked', { isInternal: true }),
    event('note.written', { caseId, customerId, isInternal: true }),
  ])

  await expect.poll(stream.types).toEqual(['week.moved', 'period.locked', 'note.written'])
  await stream.close()
})

test('what passes is told to all of staff or to one employee, and never to a contact', async () => {
  const [agent, other, contact] = [await buildEmployee(server), await buildEmployee(server), await buildContact(server)]
  const { id: caseId } = await buildCase(server, { customerId: contact.customerId, contactId: contact.id })
  const streams = await Promise.all([
    listen(streamLive.path, agent),
    listen(streamLive.path, other),
    listen(extranetStreamLive.path, contact),
  ])
  const written: WrittenEvent[] = []
  pass({ written, newId }, 'presence.changed', { caseId })
  pass({ written, newId }, 'notices.changed', { employeeId: agent.id })
  pass({ written, newId }, 'draft.changed', { caseId, aboutId: caseId })
  const reply = event('reply.posted', { caseId, customerId: contact.customerId })

  signals.publish([...written, reply])

  await expect
    .poll(() => streams.map(({ types }) => types()))
    .toEqual([
      ['presence.changed', 'notices.changed', 'draft.changed', 'reply.posted'],
      ['presence.changed', 'draft.changed', 'reply.posted'],
      ['reply.posted'],
    ])
  expect(streams[1].text()).toContain(
    `{"type":"draft.changed","caseId":"${caseId}","eventId":null,"aboutId":"${caseId}"}`,
  )
  await Promise.all(streams.map(({ close }) => close()))
})

test('a contact hears of public events of visible cases, and of nothing else', async () => {
  const { id: customerId } = await buildCustomer(server)
  const requester = await buildContact(server, { customerId })
  const own = await buildCase(server, { customerId, contactId: requester.id })
  const colleagues = await buildCase(server, { customerId })
  const foreign = await buildCase(server)
  const stream = await listen(extranetStreamLive.path, requester)

  signals.publish([
    event('reply.posted', { caseId: foreign.id, customerId: foreign.customerId }),
    event('reply.posted', { caseId: foreign.id, customerId }),
    event('case.status_changed', { caseId: colleagues.id, customerId }),
    event('note.written', { caseId: own.id, customerId, isInternal: true }),
    event('case.created', { caseId: own.id, customerId }),
  ])

  await expect.poll(stream.types).toEqual(['case.created'])
  await stream.close()
})

test('streams that were closed do not count against the limit', async () => {
  const agent = await buildEmployee(server)
  for (let round = 0; round < 3; round += 1) {
    const streams = await Promise.all(Array.from({ length: 10 }, () => listen(streamLive.path, agent)))
    expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    const before = listeners.size
    await Promise.all(streams.map(({ close }) => close()))
    await expect.poll(() => listeners.size).toBe(before - 10)
  }
})

test('one person holds ten streams at most', async () => {
  const agent = await buildEmployee(server)
  const streams = await Promise.all(Array.from({ length: 11 }, () => listen(streamLive.path, agent)))

  expect(streams.filter(({ status }) => status === 429)).toHaveLength(1)
  await Promise.all(streams.map(({ close }) => close()))
})
