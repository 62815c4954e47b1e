import type { Case } from '@timedesk/contracts/cases'
import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCase, reportCase, send } from '../../test/cases.ts'
import { buildContact, buildEmployee, statusId, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { newId } from '../platform/new-id.ts'

type Contact = Awaited<ReturnType<typeof buildContact>>
const BASE = '/api/extranet/v1'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let requester: Contact
let manager: Contact
let bookkeeper: Contact
let stranger: Contact

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server, { name: 'Mette Holm' })
  requester = await buildContact(server)
  const { customerId } = requester
  manager = await buildContact(server, { customerId, role: 'manager', seesAllCases: true })
  bookkeeper = await buildContact(server, { customerId, role: 'bookkeeper', seesAllCases: true })
  stranger = await buildContact(server, { role: 'manager', seesAllCases: true })
})
beforeEach(() => {
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const list = async (by: SignedIn, query = '') =>
  (await send(server, by, 'GET', `${BASE}/cases?${query}`)).json<{ data: ExtranetCase[] }>().data.map(({ id }) => id)
const read = (by: SignedIn, key: string) => send(server, by, 'GET', `${BASE}/cases/${key}`)

test('a requester sees their own cases, a manager all of the customer, a stranger none of them', async () => {
  const own = await reportCase(server, requester)
  const colleagues = await reportCase(server, manager)
  const nobodys = await openCase(server, agent, { customerId: requester.customerId })
  const foreign = await reportCase(server, stranger)

  expect(await list(requester)).toEqual([own.id])
  expect((await list(manager)).sort()).toEqual([own.id, colleagues.id, nobodys.id].sort())
  expect(await list(manager, 'mine=true')).toEqual([colleagues.id])
  expect((await list(bookkeeper)).sort()).toEqual([own.id, colleagues.id, nobodys.id].sort())
  expect(await list(stranger)).toEqual([foreign.id])
})

test('a case of another customer and one that does not exist are told apart by nothing', async () => {
  const foreign = await reportCase(server, stranger)
  const routes: ['GET' | 'POST' | 'PUT', string, object?][] = [
    ['GET', ''],
    ['GET', '/timeline'],
    ['POST', '/replies', { body: 'Let me in.' }],
    ['PUT', '/solution'],
    ['PUT', '/read-mark'],
  ]

  for (const [method, path, payload] of routes) {
    const [there, nowhere] = await Promise.all(
      [foreign.id, newId()].map((id) => send(server, requester, method, `${BASE}/cases/${id}${path}`, payload)),
    )
    expect(there?.statusCode).toBe(404)
    expect(withoutRequestId(there)).toBe(withoutRequestId(nowhere))
  }
  expect((await read(requester, String(foreign.number))).statusCode).toBe(404)
  expect((await read(requester, '999999999')).statusCode).toBe(404)
})

test('a bookkeeper sees that there are cases and never what was said', async () => {
  const { id } = await reportCase(server, requester)
  await send(server, agent, 'POST', `/api/v1/cases/${id}/replies`, { body: 'The secret word is plum.' })

  const seen = await read(bookkeeper, id)
  const log = await send(server, bookkeeper, 'GET', `${BASE}/cases/${id}/timeline`)

  expect(seen.json()).toMatchObject({
    snippet: '',
    isUnread: false,
    can: { reply: false, solve: false, reopen: false },
  })
  expect(log.statusCode).toBe(403)
  expect(await list(bookkeeper, 'search=plum')).toEqual([])
  expect(await list(requester, 'search=plum')).toEqual([id])
})

test('a contact calls a case solved, reopens it by an answer, and reads both in plain order', async () => {
  const { id } = await reportCase(server, requester)

  const solved = await send(server, requester, 'PUT', `${BASE}/cases/${id}/solution`)
  const again = await send(server, requester, 'PUT', `${BASE}/cases/${id}/solution`)
  server.clock.now = new Date(server.clock.now.getTime() + 1000)
  await send(server, requester, 'POST', `${BASE}/cases/${id}/replies`, { body: 'It is back.' })

  expect(solved.json()).toMatchObject({
    status: { category: 'solved' },
    ball: 'nobody',
    can: { reply: true, solve: false, reopen: true },
  })
  expect(again.json()).toMatchObject({ version: solved.json<ExtranetCase>().version })
  expect((await read(requester, id)).json()).toMatchObject({ status: { category: 'open' }, ball: 'us' })
  const log = await send(server, requester, 'GET', `${BASE}/cases/${id}/timeline`)
  expect(
    log
      .json<{ data: { kind: string; event?: { type: string } }[] }>()
      .data.map((item) => item.event?.type ?? item.kind),
  ).toEqual(['case.created', 'reply', 'case.status_changed', 'reply', 'case.status_changed'])
})

test('why staff moved a case, and who they are beyond a name, is not told', async () => {
  const { id } = await reportCase(server, requester)
  const payload = { statusId: statusId.waiting_third_party, reason: 'The hoster is slow.' }
  await send(server, agent, 'PUT', `/api/v1/cases/${id}/status`, payload)

  const log = await send(server, requester, 'GET', `${BASE}/cases/${id}/timeline?order=desc&limit=1`)

  expect(log.json()).toMatchObject({
    data: [{ author: { id: null, name: 'Mette Holm' }, event: { toCategory: 'waiting_third_party' } }],
  })
  expect(log.body).not.toContain('hoster')
  expect((await read(requester, id)).json()).toMatchObject({ ball: 'third_party' })
})

test('news for one party is read by that party alone', async () => {
  const { id } = await reportCase(server, requester)
  const other = await buildEmployee(server)
  const isUnread = async () => ({
    agent: (await send(server, agent, 'GET', `/api/v1/cases/${id}`)).json<Case>().isUnread,
    other: (await send(server, other, 'GET', `/api/v1/cases/${id}`)).json<Case>().isUnread,
    requester: (await read(requester, id)).json<ExtranetCase>().isUnread,
    manager: (await read(manager, id)).json<ExtranetCase>().isUnread,
  })
  expect(await isUnread()).toEqual({ agent: true, other: true, requester: false, manager: false })

  server.clock.now = new Date(server.clock.now.getTime() + 1000)
  await send(server, agent, 'POST', `/api/v1/cases/${id}/replies`, { body: 'We look into it.' })
  expect(await isUnread()).toEqual({ agent: false, other: true, requester: true, manager: true })

  await send(server, requester, 'PUT', `${BASE}/cases/${id}/read-mark`)
  await send(server, other, 'PUT', `/api/v1/cases/${id}/read-mark`)
  expect(await isUnread()).toEqual({ agent: false, other: false, requester: false, manager: true })

  await send(server, agent, 'DELETE', `/api/v1/cases/${id}/read-mark`)
  expect(await isUnread()).toMatchObject({ agent: true, other: false })

  server.clock.now = new Date(server.clock.now.getTime() + 1000)
  await send(server, manager, 'POST', `${BASE}/cases/${id}/replies`, { body: 'Thank you.' })
  expect(await isUnread()).toEqual({ agent: true, other: true, requester: false, manager: false })
  const unread = await send(server, other, 'GET', '/api/v1/cases?unread=true')
  expect(unread.json<{ data: Case[] }>().data.map((one) => one.id)).toContain(id)
})

test('a report can choose from active types, priorities and the customer’s own projects', async () => {
  const [own, foreign] = [newId(), newId()]
  await server.database.transact(async (tx) => {
    await tx.project.create({ data: { id: own, customerId: requester.customerId, name: 'Portal' } })
    await tx.project.create({ data: { id: foreign, customerId: stranger.customerId, name: 'Shop' } })
  })

  const choices = await send(server, requester, 'GET', `${BASE}/case-choices`)
  const colleagues = await send(server, manager, 'GET', `${BASE}/colleagues`)

  expect(choices.json()).toMatchObject({ types: [], projects: [{ id: own, name: 'Portal' }] })
  expect(choices.json<{ priorities: object[] }>().priorities).toHaveLength(4)
  expect(
    colleagues
      .json<{ data: { id: string }[] }>()
      .data.map(({ id }) => id)
      .sort(),
  ).toEqual([requester.id, manager.id, bookkeeper.id].sort())
})

function withoutRequestId(answer: Awaited<ReturnType<typeof send>> | undefined): string | undefined {
  const id = answer?.json<{ requestId: string }>().requestId ?? ''
  return answer?.body.replaceAll(id, '')
}
