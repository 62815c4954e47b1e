import { createHmac } from 'node:crypto'
import type { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../../test/build-case.ts'
import {
  clearCards,
  json,
  makeCard,
  saidBy,
  saying,
  showCard,
  startOtherSystem,
  type OtherSystem,
} from '../../../test/card-desk.ts'
import { openCase, send } from '../../../test/cases.ts'
import { buildContact, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { lookAsContact } from '../../../test/look-as-contact.ts'
import { parseEnvironment } from '../../env.ts'
import type { Reader } from '../../platform/db/database.ts'
import { newId } from '../../platform/new-id.ts'
import { sweepRows } from '../../platform/jobs/sweep-rows.ts'
import { openCardDesk } from './ask-cards.ts'

let server: Awaited<ReturnType<typeof startServer>>
let other: OtherSystem
let admin: SignedIn
let agent: SignedIn

beforeAll(async () => {
  const env = parseEnvironment({ LOG_LEVEL: 'silent', CONTEXT_CARD_PRIVATE_TARGETS: 'true' })
  server = await startServer({ env })
  other = await startOtherSystem()
  admin = await buildEmployee(server, { role: 'administrator' })
  agent = await buildEmployee(server)
})
afterEach(async () => {
  await clearCards(server)
  other.received.length = 0
})
afterAll(async () => {
  await other.close()
  await server.close()
})

const later = (seconds: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + seconds * 1000)
}
const keptAnswers = () => server.database.transact((tx) => tx.contextCardAnswer.count())

test('a system is told of the case, and signs what it is told with the card’s secret', async () => {
  const anna = await buildContact(server, { name: 'Anna Berg' })
  const { id, number, customer } = await openCase(server, agent, { customerId: anna.customerId, contactId: anna.id })
  const card = await makeCard(server, admin, { url: other.url, name: 'Licences' })
  other.answers(saying('Business'))

  const shown = await showCard(server, agent, id, card.id)
  expect(shown).toMatchObject({
    card: { id: card.id, name: 'Licences' },
    state: 'answered',
    components: [{ kind: 'row', label: 'Plan', value: 'Business' }],
    failure: null,
    askedAt: server.clock.now.toISOString(),
    keptUntil: new Date(server.clock.now.getTime() + 60_000).toISOString(),
  })

  const [received] = other.received
  if (received === undefined) throw new Error('nothing was asked')
  const { headers, body, method } = received
  expect([method, headers['content-type']]).toEqual(['POST', 'application/json'])
  expect(JSON.parse(body)).toMatchObject({
    card: { id: card.id, name: 'Licences' },
    case: { id, number, subject: 'Cannot print invoices', type: null, status: { category: 'new' } },
    customer: { id: anna.customerId, name: customer.name },
    contact: { id: anna.id, name: 'Anna Berg', email: `${anna.id}@customer.test` },
    agreementId: null,
  })
  const key = Buffer.from(card.secret.replace('whsec_', ''), 'base64')
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  expect(Number(headers['webhook-timestamp'])).toBe(server.clock.now.getTime() / 1000)
})

test('an answer is kept for its time to live, and asked for anew by who refreshes', async () => {
  const { id } = await buildCase(server)
  const card = await makeCard(server, admin, { url: other.url })
  other.answers(saying('Business'))
  await showCard(server, agent, id, card.id)
  other.answers(saying('Enterprise'))

  later(59)
  expect(saidBy(await showCard(server, agent, id, card.id))).toBe('Business')
  expect(saidBy(await showCard(server, agent, id, card.id, '?refresh=true'))).toBe('Enterprise')
  expect(other.received).toHaveLength(2)
  other.answers(saying('None', 0))
  later(61)
  expect(saidBy(await showCard(server, agent, id, card.id))).toBe('None')
  await showCard(server, agent, id, card.id)
  expect(other.received).toHaveLength(4)

  expect(await keptAnswers()).toBe(1)
  await sweepRows(server.database, server.clock.now)
  expect(await keptAnswers()).toBe(0)
})

test('an answer holds for the case as it was, and for the card as it was', async () => {
  const { customerId } = await buildCase(server)
  const { id } = await openCase(server, agent, { customerId })
  const card = await makeCard(server, admin, { url: other.url })
  other.answers(saying('Business'))
  await showCard(server, agent, id, card.id)

  await send(server, agent, 'PATCH', `/api/v1/cases/${id}`, { subject: 'Cannot print at all' })
  await showCard(server, agent, id, card.id)
  expect(other.received).toHaveLength(2)

  const change = { timeoutSeconds: 2 }
  await send(server, admin, 'PATCH', `/api/v1/context-cards/${card.id}`, change, { 'if-match': '*' })
  expect(await keptAnswers()).toBe(0)
  await showCard(server, agent, id, card.id)
  expect(other.received).toHaveLength(3)
})

test('an answer to a card that was changed meanwhile is shown and not kept', async () => {
  const { id } = await buildCase(server)
  const card = await makeCard(server, admin, { url: other.url })
  const asked = Promise.withResolvers<() => void>()
  other.answers((response) => {
    asked.resolve(() => saying('Business')(response))
  })
  const shown = showCard(server, agent, id, card.id)
  const answerNow = await asked.promise
  await send(server, admin, 'PUT', `/api/v1/context-cards/${card.id}/secret`)
  answerNow()
  expect(saidBy(await shown)).toBe('Business')
  expect(await keptAnswers()).toBe(0)
})

test('whoever asks at the same time shares one request', async () => {
  const { id: caseId } = await buildCase(server)
  const { id: cardId } = await makeCard(server, admin, { url: other.url })
  const allLooked = Promise.withResolvers<undefined>()
  let looked = 0
  const reader: Reader = {
    rows: async <Row>(query: Prisma.Sql) => {
      const rows = await server.database.reader.rows<Row>(query)
      if (query.text.includes('FROM context_card_answer')) looked += 1
      // Once the last of them has found nothing and joined the others.
      if (looked === 5)
        setImmediate(() => {
          allLooked.resolve(undefined)
        })
      return rows
    },
  }
  other.answers((response) => {
    void allLooked.promise.then(() => saying('Business')(response))
  })
  const show = openCardDesk()
  const wish = { caseId, cardId, isRefresh: false }
  const shown = await Promise.all(Array.from({ length: 5 }, () => show(server.deps, reader, wish)))
  expect(shown.map(saidBy)).toEqual(Array.from({ length: 5 }, () => 'Business'))
  expect(other.received).toHaveLength(1)
})

test('a card is asked for four cases at once; the others wait, and too many are told so', async () => {
  const cases = await Promise.all(Array.from({ length: 17 }, () => buildCase(server)))
  const card = await makeCard(server, admin, { url: other.url, timeoutSeconds: 10 })
  const held: (() => void)[] = []
  const full = Promise.withResolvers<undefined>()
  other.answers((response) => {
    held.push(() => saying('Business')(response))
    if (held.length === 4) full.resolve(undefined)
  })
  const shown = cases.map(({ id }) => showCard(server, agent, id, card.id))
  await full.promise
  expect(saidBy(await Promise.race(shown))).toBe('busy')
  expect(held).toHaveLength(4)
  other.answers(saying('Business'))
  for (const answerNow of held) answerNow()
  const said = (await Promise.all(shown)).map(saidBy)
  expect(said.filter((word) => word === 'Business')).toHaveLength(16)
})

test.for([
  ['an empty card', { timeToLiveSeconds: 60, components: [] }, 'empty'],
  ['what is no card', { components: [{ kind: 'html', html: '<b>' }] }, 'wrong_shape'],
] as const)('%s is told', async ([, body, state]) => {
  const { id } = await buildCase(server)
  const card = await makeCard(server, admin, { url: other.url })
  other.answers(json(body))
  expect(saidBy(await showCard(server, agent, id, card.id))).toBe(state)
})

test('who answers with another protocol gives no answer, and keeps nobody waiting', async () => {
  const { id } = await buildCase(server)
  const card = await makeCard(server, admin, { url: other.url })
  const heads = ['HTTP/1.1 101 Switching Protocols', 'Connection: Upgrade', 'Upgrade: x']
  other.answers((response) => response.socket?.end([...heads, '', ''].join('\r\n')))
  expect(saidBy(await showCard(server, agent, id, card.id))).toBe('unreachable')
})

test('a failure is an answer, which is kept for half a minute', async () => {
  const { id } = await buildCase(server)
  const card = await makeCard(server, admin, { url: other.url })
  other.answers((response) => response.writeHead(503).end())
  const shown = await showCard(server, agent, id, card.id)
  expect(shown).toMatchObject({ state: 'failed', components: [], failure: { code: 'status', status: 503 } })
  other.answers(saying('Business'))
  later(29)
  expect(saidBy(await showCard(server, agent, id, card.id))).toBe('status')
  later(2)
  expect(saidBy(await showCard(server, agent, id, card.id))).toBe('Business')
})

test('a card is for the cases of its types and departments, and stands in its order', async () => {
  const of = async (list: string, given: object) =>
    (await send(server, admin, 'POST', `/api/v1/${list}`, { name: newId(), ...given })).json<{ id: string }>().id
  const printing = await of('case-types', {})
  const laser = await of('case-types', { parentId: printing })
  const { customerId } = await buildCase(server)
  const about = async (typeId: string | null) => (await openCase(server, agent, { customerId, typeId })).id
  const names = async (caseId: string) =>
    (await send(server, agent, 'GET', `/api/v1/cases/${caseId}/context-cards`))
      .json<{ data: { id: string; name: string }[] }>()
      .data.map(({ name }) => name)

  const all = await makeCard(server, admin, { url: other.url, name: 'All' })
  const some = await makeCard(server, admin, { url: other.url, name: 'Printing', typeIds: [printing] })
  const [laserCase, otherCase] = [await about(laser), await about(null)]
  expect([await names(laserCase), await names(otherCase)]).toEqual([['All', 'Printing'], ['All']])

  await send(server, admin, 'PUT', '/api/v1/context-card-order', { cardIds: [some.id, all.id] })
  expect(await names(laserCase)).toEqual(['Printing', 'All'])
  const departmentId = await of('departments', {})
  for (const change of [{ departmentIds: [departmentId] }, { departmentIds: [], isActive: false }]) {
    await send(server, admin, 'PATCH', `/api/v1/context-cards/${all.id}`, change, { 'if-match': '*' })
    expect(await names(otherCase)).toEqual([])
    const refused = await send(server, agent, 'GET', `/api/v1/cases/${otherCase}/context-cards/${all.id}`)
    expect(refused.json()).toMatchObject({ code: 'not_found' })
  }
})

test('a contact finds no card, neither at the desk’s addresses nor in the extranet’s', async () => {
  const anna = await buildContact(server)
  const { id } = await openCase(server, agent, { customerId: anna.customerId, contactId: anna.id })
  const card = await makeCard(server, admin, { url: other.url })
  other.answers(saying('Business'))
  await showCard(server, agent, id, card.id)
  for (const [url, status] of [
    [`/api/v1/cases/${id}/context-cards`, 401],
    [`/api/v1/cases/${id}/context-cards/${card.id}`, 401],
    [`/api/extranet/v1/cases/${id}/context-cards`, 404],
  ] as const)
    expect((await send(server, anna, 'GET', url)).statusCode).toBe(status)

  for (const table of ['context_card', 'context_card_answer'])
    await expect(lookAsContact(server, anna, `SELECT 1 FROM ${table}`)).rejects.toThrow('permission denied')
})
