import type { Case } from '@timedesk/contracts/cases'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildAttachment } from '../../test/build-attachment.ts'
import { buildApiToken } from '../../test/build-api-token.ts'
import { openCase, reportCase, send } from '../../test/cases.ts'
import {
  buildContact,
  buildCustomer,
  buildEmployee,
  statusId,
  SUPPORT_ACTIVITY_ID,
  type SignedIn,
} from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
})
beforeEach(() => {
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const reply = (id: string, payload: object = {}, by = agent) =>
  send(server, by, 'POST', `/api/v1/cases/${id}/replies`, { body: 'Please restart.', ...payload })
const answer = (id: string, by: SignedIn) =>
  send(server, by, 'POST', `/api/extranet/v1/cases/${id}/replies`, { body: 'It fails again.' })
const read = async (id: string) => (await send(server, agent, 'GET', `/api/v1/cases/${id}`)).json<Case>()
const move = (id: string, to: keyof typeof statusId) =>
  send(server, agent, 'PUT', `/api/v1/cases/${id}/status`, { statusId: statusId[to] })
const timeline = async (id: string) =>
  (await send(server, agent, 'GET', `/api/v1/cases/${id}/timeline`)).json<{
    data: { kind: string; event?: { type: string }; attachments?: { id: string }[] }[]
  }>().data

test('a reply moves the case and registers time in the same go', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 95_000 })
  const { id } = await openCase(server, agent, { customerId })
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)

  const time = { minutes: 25, activityTypeId: SUPPORT_ACTIVITY_ID }
  const posted = await reply(id, { statusId: statusId.waiting_customer, time })

  expect(posted.statusCode, posted.body).toBe(201)
  expect(await read(id)).toMatchObject({
    status: { category: 'waiting_customer' },
    snippet: 'Please restart.',
    time: { minutes: 25, amount: { amount: '395.83', currency: 'DKK' } },
    firstRepliedAt: server.clock.now.toISOString(),
    version: 2,
  })
  expect((await timeline(id)).map((item) => item.event?.type ?? item.kind)).toEqual([
    'case.created',
    'reply',
    'case.dispatched',
    'reply',
    'time',
    'case.status_changed',
  ])
})

test('nothing of a reply happens when its time is refused', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = await openCase(server, agent, { customerId })
  const before = await read(id)

  const refused = await reply(id, {
    statusId: statusId.waiting_customer,
    time: { minutes: 25, activityTypeId: newId() },
  })

  expect(refused.statusCode).toBe(409)
  expect(refused.json()).toMatchObject({
    code: 'reference_refused',
    errors: [{ pointer: '/body/time/activityTypeId' }],
  })
  expect(await read(id)).toEqual(before)
  expect(await timeline(id)).toHaveLength(3)
})

test('of eight replies at once exactly one is the first', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = await openCase(server, agent, { customerId })
  const people = await Promise.all(Array.from({ length: 8 }, () => buildEmployee(server)))

  const answers = await Promise.all(people.map((one) => reply(id, {}, one)))

  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(201))
  const events = await server.database.reader.rows<{ isFirst: boolean }>(
    Prisma.sql`SELECT (payload ->> 'isFirst')::bool AS "isFirst" FROM event WHERE case_id = ${id}::uuid AND type = 'reply.posted'`,
  )
  expect(events).toHaveLength(8)
  expect(events.filter(({ isFirst }) => isFirst)).toHaveLength(1)
  expect(await read(id)).toMatchObject({ version: 9, status: { category: 'open' } })
})

test('a file belongs to one message for ever', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = await openCase(server, agent, { customerId })
  const own = await buildAttachment(server, { uploaderKind: 'employee', uploaderId: agent.id })
  const foreign = await buildAttachment(server, { uploaderKind: 'employee', uploaderId: newId() })

  const answers = await Promise.all(['one', 'two'].map((body) => reply(id, { body, attachmentIds: [own] })))
  const stolen = await reply(id, { attachmentIds: [foreign] })

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'attachment_claimed' })
  expect(stolen.json()).toMatchObject({ code: 'reference_refused' })
  const shown = (await timeline(id)).flatMap((item) => item.attachments ?? [])
  expect(shown.map((file) => file.id)).toEqual([own])
})

test.each(['waiting_customer', 'solved'] as const)(
  'an answer puts a case that is %s back to open',
  async (category) => {
    const contact = await buildContact(server)
    const { id } = await reportCase(server, contact)
    await move(id, category)

    const answered = await answer(id, contact)

    expect(answered.statusCode, answered.body).toBe(201)
    expect(await read(id)).toMatchObject({
      status: { category: 'open' },
      reopenedCount: category === 'solved' ? 1 : 0,
      solvedAt: null,
      snippet: 'It fails again.',
    })
  },
)

test.each(['closed', 'cancelled'] as const)('staff says nothing on a case that is %s', async (category) => {
  const contact = await buildContact(server)
  const { id } = await reportCase(server, contact)
  if (category === 'closed') await move(id, 'solved')
  await move(id, category)

  const asked = category === 'cancelled' ? [await answer(id, contact)] : []
  for (const refused of [...asked, await reply(id)]) {
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({ code: 'case_closed', detail: expect.stringContaining(category) as string })
  }
})

test('time beside a message needs the right to register time', async () => {
  const token = await buildApiToken(server, agent, ['cases:read', 'cases:write'])
  const { id: customerId } = await buildCustomer(server)
  const { id } = await openCase(server, token, { customerId })
  const before = await timeline(id)

  const refused = await reply(id, { time: { minutes: 5, activityTypeId: SUPPORT_ACTIVITY_ID } }, token)

  expect(refused.statusCode).toBe(403)
  expect(refused.json()).toMatchObject({ missingPermission: 'time:write' })
  expect(await timeline(id)).toEqual(before)
})
