import { CONTEXT_CARDS_MAX } from '@timedesk/contracts/limits'
import type { ContextCard, ContextCardWithSecret } from '@timedesk/contracts/context-cards'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../../test/build-case.ts'
import { clearCards, makeCard, saying, showCard, startOtherSystem } from '../../../test/card-desk.ts'
import { send } from '../../../test/cases.ts'
import { buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { parseEnvironment } from '../../env.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let admin: SignedIn

beforeAll(async () => {
  const env = parseEnvironment({ LOG_LEVEL: 'silent', CONTEXT_CARD_PRIVATE_TARGETS: 'true' })
  server = await startServer({ env })
  admin = await buildEmployee(server, { role: 'administrator' })
})
afterEach(() => clearCards(server))
afterAll(() => server.close())

const cards = '/api/v1/context-cards'
const url = 'https://crm.example/timedesk?key=abc'
const anyVersion = { 'if-match': '*' }
const changesOf = async (subjectId: string) => {
  const events = await server.database.transact((tx) =>
    tx.event.findMany({ where: { subjectId, type: 'setting.changed' }, orderBy: { sequence: 'asc' } }),
  )
  return events.map(({ payload }) => (payload as { changes: { field: string }[] }).changes)
}

test('a card is created, read, changed and removed, and its secret is shown once', async () => {
  const { secret, ...card } = await makeCard(server, admin, { url, name: 'Licences', timeoutSeconds: 3 })
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/u)
  expect(card).toMatchObject({ types: [], departments: [], isActive: true, position: 1, version: 1 })
  const at = `${cards}/${card.id}`
  expect((await send(server, admin, 'GET', at)).json()).toEqual(card)
  expect((await send(server, admin, 'GET', cards)).json()).toEqual({ data: [card] })
  const stored = await server.database.transact((tx) => tx.contextCard.findMany())
  expect(JSON.stringify(stored)).not.toContain(secret.replace('whsec_', ''))

  const change = { url: 'https://crm.example/other', timeoutSeconds: 5 }
  const changed = await send(server, admin, 'PATCH', at, change, { 'if-match': '"v1"' })
  expect(changed.json<ContextCard>()).toMatchObject({ ...change, name: 'Licences', version: 2 })
  const stale = await send(server, admin, 'PATCH', at, change, { 'if-match': '"v1"' })
  expect(stale.json()).toMatchObject({ code: 'stale_version' })
  await send(server, admin, 'PATCH', at, { url: 'https://crm.example/other?key=def' }, anyVersion)

  expect((await send(server, admin, 'DELETE', at)).statusCode).toBe(204)
  expect((await send(server, admin, 'GET', at)).json()).toMatchObject({ code: 'not_found' })
  expect(await changesOf(card.id)).toEqual([
    [
      { field: 'url', from: 'https://crm.example/timedesk', to: 'https://crm.example/other' },
      { field: 'timeoutSeconds', from: '3', to: '5' },
    ],
    [{ field: 'urlQuery', from: null, to: 'true' }],
    [{ field: 'isRemoved', from: 'false', to: 'true' }],
  ])
})

test.for([
  [{ url: 'ftp://crm.example/' }, 'invalid_request', '/body/url'],
  [{ url: 'https://user:secret@crm.example/' }, 'invalid_request', '/body/url'],
  [{ url: 'crm.example' }, 'invalid_request', '/body/url'],
  [{ url, timeoutSeconds: 11 }, 'invalid_request', '/body/timeoutSeconds'],
  [{ url, typeIds: [newId()] }, 'reference_refused', '/body/typeIds/0'],
  [{ url, departmentIds: [newId()] }, 'reference_refused', '/body/departmentIds/0'],
] as const)('%j is refused', async ([body, code, pointer]) => {
  const answer = await send(server, admin, 'POST', cards, { name: newId(), ...body })
  expect(answer.json()).toMatchObject({ code, errors: [{ pointer }] })
})

test('names are unique, and there are not more cards than a case can show', async () => {
  const { name } = await makeCard(server, admin, { url })
  expect((await send(server, admin, 'POST', cards, { name, url })).json()).toMatchObject({
    ...{ code: 'conflict', errors: [{ pointer: '/body/name', code: 'taken' }] },
  })
  for (let made = 1; made < CONTEXT_CARDS_MAX; made += 1) await makeCard(server, admin, { url })
  expect((await send(server, admin, 'POST', cards, { name: newId(), url })).json()).toMatchObject({ code: 'conflict' })
})

test('cards are put in order, all of them and each once', async () => {
  const [one, two] = [await makeCard(server, admin, { url }), await makeCard(server, admin, { url })]
  const order = (...cardIds: string[]) => send(server, admin, 'PUT', '/api/v1/context-card-order', { cardIds })
  const ordered = (await order(two.id, one.id)).json<{ data: ContextCard[] }>()
  expect(ordered.data.map(({ id, position }) => [id, position])).toEqual([
    [two.id, 1],
    [one.id, 2],
  ])
  for (const ids of [[one.id], [one.id, one.id]])
    expect((await order(...ids)).json()).toMatchObject({ code: 'conflict' })
})

test('a new secret signs at once, and the former one for a day beside it', async () => {
  const other = await startOtherSystem()
  other.answers(saying('Business', 0))
  const { id: caseId } = await buildCase(server)
  const card = await makeCard(server, admin, { url: other.url })
  const rotated = (await send(server, admin, 'PUT', `${cards}/${card.id}/secret`)).json<ContextCardWithSecret>()
  expect(rotated.secret).not.toBe(card.secret)
  const signatures = async () => {
    await showCard(server, await buildEmployee(server), caseId, card.id)
    return String(other.received.at(-1)?.headers['webhook-signature']).split(' ')
  }
  expect(await signatures()).toHaveLength(2)
  server.clock.now = new Date(server.clock.now.getTime() + 24 * 60 * 60 * 1000)
  expect(await signatures()).toHaveLength(1)
  expect(await changesOf(card.id)).toMatchObject([[{ field: 'secret', from: card.secretSetAt }]])
  await other.close()
})

test('only those who may change settings see where cards ask', async () => {
  const agent = await buildEmployee(server)
  expect((await send(server, agent, 'GET', cards)).json()).toMatchObject({ code: 'permission_denied' })
})
