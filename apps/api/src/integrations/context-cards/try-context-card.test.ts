import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { ContextCardAttempt } from '@timedesk/contracts/context-cards'
import { CARD_ANSWER_BYTES_MAX } from '@timedesk/contracts/limits'
import type { ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../../test/build-case.ts'
import { clearCards, json, makeCard, saying, startOtherSystem, type OtherSystem } from '../../../test/card-desk.ts'
import { send } from '../../../test/cases.ts'
import { buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { parseEnvironment } from '../../env.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let other: OtherSystem
let elsewhere: OtherSystem
let admin: SignedIn
let caseId: string

beforeAll(async () => {
  const env = parseEnvironment({ LOG_LEVEL: 'silent', CONTEXT_CARD_PRIVATE_TARGETS: 'true' })
  server = await startServer({ env })
  other = await startOtherSystem()
  elsewhere = await startOtherSystem()
  admin = await buildEmployee(server, { role: 'administrator' })
  caseId = (await buildCase(server)).id
})
afterEach(async () => {
  await clearCards(server)
  other.received.length = 0
})
afterAll(async () => {
  await other.close()
  await elsewhere.close()
  await server.close()
})

async function attempt(cardId: string, at = server, by = admin): Promise<ContextCardAttempt> {
  const answer = await send(at, by, 'POST', `/api/v1/context-cards/${cardId}/attempts`, { caseId })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<ContextCardAttempt>()
}

test('an attempt tells what was sent, what came back and what would be shown', async () => {
  const card = await makeCard(server, admin, { url: other.url, isActive: false })
  other.answers(saying('Business'))
  const tried = await attempt(card.id)
  expect(tried).toMatchObject({
    request: { url: other.url, body: other.received[0]?.body },
    answer: { status: 200, headers: { 'content-type': 'application/json' } },
    ...{ state: 'answered', failure: null, detail: null, problems: [] },
    components: [{ kind: 'row', value: 'Business' }],
  })
  expect(tried.request.headers['webhook-signature']).toBe(other.received[0]?.headers['webhook-signature'])
  expect(tried.answer?.body).toContain('"timeToLiveSeconds":60')
  expect(await server.database.transact((tx) => tx.contextCardAnswer.count())).toBe(0)
})

const big = 'x'.repeat(CARD_ANSWER_BYTES_MAX)
const failures: [string, (response: ServerResponse) => void, object][] = [
  ['a system that does not answer in time', () => undefined, { code: 'timeout', status: null }],
  [
    'a system that never ends its answer',
    (response) => response.writeHead(200).write('{'),
    { code: 'timeout', status: null },
  ],
  ['an answer of more than 64 kB', (response) => response.end(`${big}x`), { code: 'too_large', status: 200 }],
  ['an answer of 64 kB that is no JSON', (response) => response.end(big), { code: 'not_json', status: 200 }],
  [
    'words that are no UTF-8',
    (response) => response.end(Buffer.from([0x22, 0xff, 0x22])),
    { code: 'not_json', status: 200 },
  ],
  ['a status that is no answer', json({}, 404), { code: 'status', status: 404 }],
  ['a line that breaks', (response) => response.destroy(), { code: 'unreachable', status: null }],
]

test.for(failures)('%s is told, and nothing is shown', async ([, answer, failure]) => {
  const card = await makeCard(server, admin, { url: other.url })
  other.answers(answer)
  expect(await attempt(card.id)).toMatchObject({ state: 'failed', failure, components: [] })
})

test('a redirect is not followed', async () => {
  const card = await makeCard(server, admin, { url: other.url })
  other.answers((response) => response.writeHead(307, { location: elsewhere.url }).end())
  expect(await attempt(card.id)).toMatchObject({
    failure: { code: 'redirect', status: 307 },
    answer: { headers: { location: elsewhere.url } },
  })
  expect(elsewhere.received).toEqual([])
})

test('no content is an empty card', async () => {
  const card = await makeCard(server, admin, { url: other.url })
  other.answers((response) => response.writeHead(204).end())
  expect(await attempt(card.id)).toMatchObject({ state: 'empty', failure: null, components: [] })
})

test('what is not as the contract says is pointed at', async () => {
  const card = await makeCard(server, admin, { url: other.url })
  const link = { kind: 'link', label: 'Open', url: 'javascript:alert(1)' }
  const table = { kind: 'table', columns: ['a', 'b'], rows: [['1', '2'], ['1']] }
  other.answers(json({ timeToLiveSeconds: 90_000, components: [link, table, { kind: 'divider', 'a/b': 1 }] }))
  const { failure, problems } = await attempt(card.id)
  expect(failure).toEqual({ code: 'wrong_shape', status: 200 })
  expect(problems.map(({ pointer }) => pointer)).toEqual([
    '/timeToLiveSeconds',
    '/components/0/url',
    '/components/1/rows/1',
    '/components/2/a~1b',
  ])
})

test('nobody at the other end is told with the network’s word', async () => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port } = closed.address() as AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  const card = await makeCard(server, admin, { url: `http://127.0.0.1:${String(port)}/` })
  expect(await attempt(card.id)).toMatchObject({
    failure: { code: 'unreachable' },
    detail: 'ECONNREFUSED',
    answer: null,
  })
})

test('private networks are left alone unless the installation allows them, by number or by name', async () => {
  const strict = await startServer()
  const by = await buildEmployee(strict, { role: 'administrator' })
  caseId = (await buildCase(strict)).id
  const { port } = new URL(other.url)
  for (const host of [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0x7f.1',
    '169.254.169.254',
    '10.0.0.1',
  ]) {
    const card = await makeCard(strict, by, { url: `http://${host}:${port}/` })
    const { failure, answer } = await attempt(card.id, strict, by)
    expect([host, failure?.code, answer]).toEqual([host, 'address_refused', null])
  }
  expect(other.received).toEqual([])
  await strict.close()
})

test('a card and a case have to be there', async () => {
  const card = await makeCard(server, admin, { url: other.url })
  const at = (id: string) => `/api/v1/context-cards/${id}/attempts`
  const unknown = await send(server, admin, 'POST', at(card.id), { caseId: newId() })
  expect(unknown.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/caseId' }] })
  expect((await send(server, admin, 'POST', at(newId()), { caseId })).json()).toMatchObject({ code: 'not_found' })
})
