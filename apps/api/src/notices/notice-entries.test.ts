import { mentionText } from '@timedesk/domain/text/mentions'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { send } from '../../test/cases.ts'
import { deliverAll } from '../../test/deliver-all.ts'
import { buildContact, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { buildDepartment, choose, entriesOf, giveTo, mailsTo } from '../../test/notice-desk.ts'
import type { WrittenEvent } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'

const published: WrittenEvent[] = []
const signals = {
  publish: (events: readonly WrittenEvent[]) => {
    published.push(...events)
  },
  subscribe: () => () => undefined,
}

let server: Awaited<ReturnType<typeof startServer>>
let mette: SignedIn
let jonas: SignedIn
let contact: Awaited<ReturnType<typeof buildContact>>
let caseId: string
let departmentId: string

beforeAll(async () => {
  server = await startServer({ signals })
})
afterAll(() => server.close())

beforeEach(async () => {
  server.clock.now = new Date('2026-03-02T09:00:00.000Z')
  departmentId = await buildDepartment(server)
  mette = await buildEmployee(server, { name: 'Mette Holm', departmentId })
  jonas = await buildEmployee(server, { name: 'Jonas Lindqvist', departmentId })
  contact = await buildContact(server, { name: 'Anna Berg' })
  ;({ id: caseId } = await buildCase(server, { customerId: contact.customerId, contactId: contact.id }))
})

/** A minute later, so that what follows is later than what was. */
function tick(): void {
  server.clock.now = new Date(server.clock.now.getTime() + 60_000)
}

async function note(by: SignedIn, body: string, id = caseId): Promise<void> {
  tick()
  const answer = await send(server, by, 'POST', `/api/v1/cases/${id}/notes`, { body })
  expect(answer.statusCode).toBe(201)
  await deliverAll(server)
}

async function answer(): Promise<void> {
  tick()
  const reply = await send(server, contact, 'POST', `/api/extranet/v1/cases/${caseId}/replies`, { body: 'Thank you.' })
  expect(reply.statusCode).toBe(201)
  await deliverAll(server)
}

const follow = (person: SignedIn) => send(server, person, 'PUT', `/api/v1/cases/${caseId}/following`)
const readMark = (person: SignedIn, method: 'PUT' | 'DELETE', id = caseId) =>
  send(server, person, method, `/api/v1/me/notice-entries/${id}/read-mark`)
const signalsTo = ({ id }: SignedIn) =>
  published.filter(({ type, passing }) => type === 'notices.changed' && passing?.employeeId === id).length

test('a mention is high, comes by mail and makes one hear of what follows', async () => {
  await note(mette, `Can you look, ${mentionText('employee', jonas.id, 'Jonas')}?`)
  await answer()

  const { data, unread } = await entriesOf(server, jonas)
  expect(data).toMatchObject([
    {
      ...{ level: 'high', isRead: false, unread: 2, count: 2 },
      latest: { reason: 'customer_answered', level: 'normal', actorName: 'Anna Berg' },
    },
  ])
  expect(unread).toEqual({ high: 1, normal: 0, low: 0 })
  const mails = await mailsTo(server, jonas)
  expect(mails.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['note.written', expect.stringContaining('Mette Holm mentions you in a note')],
  ])
})

test('a department that is mentioned hears of it in the app, without whoever wrote it', async () => {
  await note(mette, mentionText('department', departmentId, 'Ours'))

  expect((await entriesOf(server, jonas)).data).toMatchObject([{ latest: { reason: 'mentioned', level: 'high' } }])
  expect(await mailsTo(server, jonas)).toEqual([])
  expect((await entriesOf(server, mette)).data).toEqual([])
})

test('a department that is mentioned calls those of the departments below it too, and not those above', async () => {
  const below = await buildDepartment(server, await buildDepartment(server, departmentId))
  const ida = await buildEmployee(server, { name: 'Ida Lund', departmentId: below })
  const heard = async () =>
    Promise.all([ida, jonas].map(async (person) => (await entriesOf(server, person)).data.map((entry) => entry.count)))

  await note(mette, mentionText('department', departmentId, 'Ours'))
  expect(await heard()).toEqual([[1], [1]])

  await note(mette, mentionText('department', below, 'Below'))
  expect(await heard()).toEqual([[2], [1]])
})

test('a case is one entry, and the case of the latest notice comes first', async () => {
  const { id: otherId } = await buildCase(server)
  await follow(jonas)
  await send(server, jonas, 'PUT', `/api/v1/cases/${otherId}/following`)
  await note(mette, 'One.')
  await note(mette, 'Two.', otherId)
  await note(mette, 'Three.')

  const { data } = await entriesOf(server, jonas)
  expect(data.map((entry) => [entry.case.id, entry.count])).toEqual([
    [caseId, 2],
    [otherId, 1],
  ])
  const first = await entriesOf(server, jonas, '?limit=1')
  const second = await entriesOf(server, jonas, `?limit=1&after=${encodeURIComponent(first.page.after ?? '')}`)
  expect([...first.data, ...second.data].map((entry) => entry.case.id)).toEqual([caseId, otherId])
})

test('reading an entry reads all of its case, tells one’s other devices once, and can be taken back', async () => {
  await follow(jonas)
  await note(mette, 'One.')
  await note(mette, 'Two.')
  const before = signalsTo(jonas)

  expect((await readMark(jonas, 'PUT')).statusCode).toBe(204)
  await readMark(jonas, 'PUT')
  expect(signalsTo(jonas)).toBe(before + 1)
  expect(await entriesOf(server, jonas)).toMatchObject({
    data: [{ isRead: true, unread: 0 }],
    unread: { high: 0, normal: 0, low: 0 },
  })
  expect((await entriesOf(server, jonas, '?unread=true')).data).toEqual([])

  await readMark(jonas, 'DELETE')
  expect(await entriesOf(server, jonas, '?unread=true')).toMatchObject({
    data: [{ isRead: false, unread: 1, count: 2 }],
    unread: { normal: 1 },
  })
})

test('looking at the case reads its notices on every device', async () => {
  await follow(jonas)
  await note(mette, 'One.')
  const before = signalsTo(jonas)

  await send(server, jonas, 'PUT', `/api/v1/cases/${caseId}/read-mark`)

  expect(signalsTo(jonas)).toBe(before + 1)
  expect((await entriesOf(server, jonas)).data).toMatchObject([{ isRead: true }])
})

test('there is nothing to read of a case that one was told nothing of', async () => {
  const answers = [await readMark(jonas, 'PUT'), await readMark(jonas, 'DELETE'), await readMark(jonas, 'PUT', newId())]

  expect(answers.map((one) => one.json<{ code: string }>().code)).toEqual(Array(3).fill('not_found'))
})

test('whoever unfollowed hears no more because they followed, but still of their own cases', async () => {
  await giveTo(server, mette, caseId, { ...jonas, departmentId })
  await send(server, jonas, 'DELETE', `/api/v1/cases/${caseId}/following`)
  await follow(mette)
  await send(server, mette, 'DELETE', `/api/v1/cases/${caseId}/following`)
  await answer()

  expect((await entriesOf(server, mette)).data).toEqual([])
  expect((await entriesOf(server, jonas)).data).toMatchObject([{ latest: { reason: 'customer_answered' } }])
})

test('what one switches off does not come, and what one switches on does', async () => {
  await follow(jonas)
  await choose(server, jonas, {
    preferences: [
      { reason: 'customer_answered', scope: 'followed', channel: 'mail', isOn: true },
      { reason: 'noted', scope: 'followed', channel: 'in_app', isOn: false },
    ],
  })
  await note(mette, 'Nobody hears of this.')
  await answer()

  expect((await entriesOf(server, jonas)).data).toMatchObject([{ count: 1, latest: { reason: 'customer_answered' } }])
  const [mail] = await mailsTo(server, jonas)
  expect(mail?.text).toContain('You get this mail because you follow the case.')
})

test('each mail to staff says why it comes, and leads to where one unfollows and to the settings', async () => {
  const { number } = (await send(server, mette, 'GET', `/api/v1/cases/${caseId}`)).json<{ number: number }>()
  await giveTo(server, mette, caseId, { ...jonas, departmentId })
  await deliverAll(server)

  const [mail] = await mailsTo(server, jonas)
  expect(mail?.text).toContain('You get this mail because the case was given to you.')
  expect(mail?.text).toContain(`http://localhost:3000/desk/cases/${String(number)}?unfollow=1`)
  expect(mail?.text).toContain('http://localhost:3000/desk/profile/notices')
})

test('all who take part in a case are told what staff answer', async () => {
  const [colleague, bookkeeper] = [
    await buildContact(server, { customerId: contact.customerId }),
    await buildContact(server, { customerId: contact.customerId, role: 'bookkeeper' }),
  ]
  await server.database.transact(async (tx) => {
    for (const { id: contactId } of [colleague, bookkeeper])
      await tx.caseParticipant.create({
        data: {
          ...{ caseId, customerId: contact.customerId, contactId },
          ...{ addedAt: server.clock.now, addedByName: 'Mette Holm' },
        },
      })
  })
  await send(server, mette, 'POST', `/api/v1/cases/${caseId}/replies`, { body: 'It is mended.' })
  await deliverAll(server)

  expect(await mailsTo(server, colleague)).toHaveLength(1)
  expect(await mailsTo(server, contact)).toHaveLength(1)
  expect(await mailsTo(server, bookkeeper)).toEqual([])
})
