import type { NoticeEntry } from '@timedesk/contracts/notices'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { reportCase, send } from '../../../test/cases.ts'
import { deliverAll } from '../../../test/deliver-all.ts'
import { buildContact, buildEmployee, type SignedIn, SUPPORT_DEPARTMENT_ID } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import type { WrittenEvent } from '../../platform/context.ts'
import { workSnoozes } from './work-snoozes.ts'

const NOW = new Date('2026-03-02T09:00:00.000Z')
const LATER = new Date('2026-03-02T09:05:00.000Z')
const UNTIL = new Date('2026-03-03T07:00:00.000Z')

const published: WrittenEvent[] = []
const signals = {
  publish: (events: readonly WrittenEvent[]) => {
    published.push(...events)
  },
  subscribe: () => () => undefined,
}

let server: Awaited<ReturnType<typeof startServer>>
let mette: SignedIn
let contact: SignedIn
let caseId: string

beforeAll(async () => {
  server = await startServer({ signals })
})
afterAll(() => server.close())

beforeEach(async () => {
  server.clock.now = NOW
  mette = await buildEmployee(server, { name: 'Mette Holm' })
  contact = await buildContact(server)
  ;({ id: caseId } = await reportCase(server, contact))
  await deliverAll(server)
  await putAway(mette)
})

async function putAway(person: SignedIn): Promise<void> {
  const answer = await send(server, person, 'PUT', `/api/v1/cases/${caseId}/snooze`, { until: UNTIL.toISOString() })
  expect(answer.statusCode).toBe(200)
}

async function answer(body: string): Promise<void> {
  const reply = await send(server, contact, 'POST', `/api/extranet/v1/cases/${caseId}/replies`, { body })
  expect(reply.statusCode).toBe(201)
}

const endings = () =>
  server.database.reader.rows<{ cause: string; name: string; by: string }>(
    Prisma.sql`SELECT payload ->> 'cause' AS cause, payload ->> 'employeeName' AS name, actor_kind AS by FROM event
      WHERE type = 'case.snooze_ended' AND case_id = ${caseId}::uuid ORDER BY at, sequence`,
  )

async function entriesOf(person: SignedIn): Promise<NoticeEntry[]> {
  const answer = await send(server, person, 'GET', '/api/v1/me/notice-entries')
  return answer.json<{ data: NoticeEntry[] }>().data.filter((entry) => entry.case.id === caseId)
}

test('a case stays away until the very moment', async () => {
  await workSnoozes(server.deps, new Date(UNTIL.getTime() - 1))

  expect(await endings()).toEqual([])
})

test('a case comes back once, however late and often and by how many workers', async () => {
  const late = new Date(UNTIL.getTime() + 3 * 86_400_000)
  await Promise.all([1, 2, 3].map(() => workSnoozes(server.deps, late)))
  await workSnoozes(server.deps, late)

  expect(await endings()).toEqual([{ cause: 'time', name: 'Mette Holm', by: 'system' }])
  expect(published.filter(({ type, caseId: id }) => type === 'case.snooze_ended' && id === caseId)).toHaveLength(1)
})

test('one hears that it is back, once, and whoever did not put it away hears nothing', async () => {
  const other = await buildEmployee(server)
  server.clock.now = UNTIL
  await workSnoozes(server.deps, UNTIL)

  await deliverAll(server)
  await server.database.reader.rows(
    Prisma.sql`UPDATE event_delivery d SET state = 'waiting' FROM event e WHERE e.id = d.event_id AND e.type = 'case.snooze_ended'`,
  )
  await deliverAll(server)
  server.clock.now = LATER

  const [entry] = await entriesOf(mette)
  expect(entry).toMatchObject({ latest: { reason: 'snooze_ended', level: 'normal' }, count: 2 })
  expect(await entriesOf(other)).toEqual([])
  expect(published).toContainEqual(
    expect.objectContaining({ type: 'notices.changed', passing: { employeeId: mette.id, aboutId: null } }),
  )
})

test('what the contact answers brings it back to everybody, and one entry tells both', async () => {
  const jonas = await buildEmployee(server, { name: 'Jonas Lindqvist' })
  await putAway(jonas)
  server.clock.now = LATER
  await answer('It works again.')

  await deliverAll(server)

  expect(await endings()).toMatchObject([{ cause: 'reply' }, { cause: 'reply' }])
  const [entry] = await entriesOf(jonas)
  expect(entry).toMatchObject({ latest: { reason: 'snooze_ended', event: { type: 'reply.posted' } }, unread: 1 })
})

test('what a colleague writes leaves it away', async () => {
  const jonas = await buildEmployee(server)
  server.clock.now = LATER
  const reply = await send(server, jonas, 'POST', `/api/v1/cases/${caseId}/replies`, { body: 'We look at it.' })
  expect(reply.statusCode).toBe(201)

  await deliverAll(server)

  expect(await endings()).toEqual([])
})

test('an answer from before it was put away does not bring it back', async () => {
  await answer('One thing more.')
  server.clock.now = LATER
  const until = new Date(UNTIL.getTime() + 60_000).toISOString()
  await send(server, mette, 'PUT', `/api/v1/cases/${caseId}/snooze`, { until })

  await deliverAll(server)

  expect(await endings()).toEqual([])
})

test('being given the case brings it back to the one who gets it alone', async () => {
  const jonas = await buildEmployee(server, { name: 'Jonas Lindqvist' })
  await putAway(jonas)
  server.clock.now = LATER
  const given = await send(server, mette, 'PUT', `/api/v1/cases/${caseId}/assignment`, {
    responsibleId: jonas.id,
    departmentId: SUPPORT_DEPARTMENT_ID,
  })
  expect(given.statusCode).toBe(200)

  await deliverAll(server)

  expect(await endings()).toEqual([{ cause: 'assigned', name: 'Jonas Lindqvist', by: 'system' }])
})
