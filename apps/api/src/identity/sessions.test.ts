import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildAccount, type BuiltAccount } from '../../test/build-account.ts'
import { ORIGIN, startServer } from '../../test/harness.ts'

type Cookies = Record<string, string>

let server: Awaited<ReturnType<typeof startServer>>
let account: BuiltAccount

beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  server.clock.now = new Date('2026-03-02T09:00:00.000Z')
  account = await buildAccount(server, 'desk')
})
afterAll(() => server.close())

const pass = (seconds: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + seconds * 1000)
}
const send = async (method: 'GET' | 'POST' | 'DELETE', url: string, cookies: Cookies, payload?: object) => {
  const answer = await server.app.inject({
    method,
    url,
    cookies,
    headers: { origin: ORIGIN },
    ...(payload && { payload }),
  })
  const given = Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]))
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json<unknown>(), cookies: given, answer }
}
const signIn = async () => (await send('POST', '/api/v1/session', {}, account.credentials)).cookies
const refresh = (cookies: Cookies) => send('POST', '/api/v1/session/refreshment', cookies)
const me = async (cookies: Cookies) => (await send('GET', '/api/v1/me', cookies)).status
const DAY = 24 * 60 * 60

test('a refresh exchanges both cookies, and the access cookie ends with its proof', async () => {
  const first = await signIn()
  pass(601)
  expect(await me(first)).toBe(401)

  const { status, body, cookies, answer } = await refresh(first)

  expect(status).toBe(201)
  expect(body).toEqual({ accessExpiresAt: '2026-03-02T09:20:01.000Z' })
  expect(cookies['td-desk-refresh']).not.toBe(first['td-desk-refresh'])
  expect(await me(cookies)).toBe(200)
  const access = answer.cookies.find(({ name }) => name === 'td-desk-access')
  expect(access?.expires).toEqual(new Date('2026-03-02T09:20:01.000Z'))
})

test('tabs that refresh together all go on, with one new secret', async () => {
  const first = await signIn()
  const [one, two] = await Promise.all([refresh(first), refresh(first)])

  expect([one.status, two.status]).toEqual([201, 201])
  const secrets = [one, two].flatMap(({ cookies }) => cookies['td-desk-refresh'] ?? [])
  expect(secrets).toHaveLength(1)
  pass(60)
  expect((await refresh({ 'td-desk-refresh': secrets[0] ?? '' })).status).toBe(201)
})

test('a secret that comes back after its exchange ends the session for both holders', async () => {
  const stolen = await signIn()
  const { cookies } = await refresh(stolen)
  pass(16)

  const reused = await refresh(stolen)

  expect(reused.status).toBe(401)
  expect(reused.body).toMatchObject({ code: 'session_ended' })
  expect(reused.cookies).toMatchObject({ 'td-desk-access': '', 'td-desk-refresh': '' })
  expect((await refresh(cookies)).status).toBe(401)
  expect(await me(cookies)).toBe(401)
  expect(await account.events()).toEqual(['session.started', 'session.ended'])
  const { rows } = await server.database.pool.query(
    "SELECT payload, actor_kind FROM event WHERE subject_id = $1 AND type = 'session.ended'",
    [account.id],
  )
  expect(rows).toEqual([{ payload: { reason: 'refresh_reused' }, actor_kind: 'system' }])
})

test.for(['', 'x', '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d', `019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d.${'A'.repeat(43)}`])(
  'the refresh cookie "%s" is nobody’s',
  async (secret) => {
    expect((await refresh({ 'td-desk-refresh': secret })).body).toMatchObject({ code: 'session_ended' })
  },
)

test('a session ends after a week of silence, and after thirty days however busy', async () => {
  const idle = await signIn()
  let busy = await signIn()
  for (let day = 0; day < 29; day += 1) {
    pass(DAY)
    busy = (await refresh(busy)).cookies
    if (day === 6) expect((await refresh(idle)).status).toBe(401)
  }
  expect(await me(busy)).toBe(200)

  pass(DAY)

  expect((await refresh(busy)).status).toBe(401)
})

test('sessions are listed newest first and ended one by one; another’s session is not found', async () => {
  const older = await signIn()
  pass(10)
  const newer = await signIn()
  const other = await buildAccount(server, 'desk')
  const foreign = (await send('POST', '/api/v1/session', {}, other.credentials)).cookies
  const list = (await send('GET', '/api/v1/me/sessions', newer)).body as { data: { id: string; isCurrent: boolean }[] }
  expect(list.data.map(({ isCurrent }) => isCurrent)).toEqual([true, false])
  const [current, old] = list.data

  expect((await send('DELETE', `/api/v1/me/sessions/${current?.id ?? ''}`, foreign)).status).toBe(404)
  expect((await send('DELETE', `/api/v1/me/sessions/${old?.id ?? ''}`, newer)).status).toBe(204)
  expect((await send('DELETE', `/api/v1/me/sessions/${old?.id ?? ''}`, newer)).status).toBe(404)

  expect(await me(older)).toBe(401)
  expect((await refresh(older)).status).toBe(401)
  expect(await me(newer)).toBe(200)
  expect(await account.events()).toEqual(['session.started', 'session.started', 'session.ended'])
})

test('signing out ends the session on the server too, and leaves the other devices alone', async () => {
  const here = await signIn()
  const there = await signIn()

  const out = await send('DELETE', '/api/v1/session', here)

  expect(out.status).toBe(204)
  expect(out.cookies).toEqual({ 'td-desk-access': '', 'td-desk-refresh': '' })
  expect(await me(here)).toBe(401)
  expect((await refresh(here)).status).toBe(401)
  expect(await me(there)).toBe(200)
})

test('a contact’s sessions live in the extranet only', async () => {
  const contact = await buildAccount(server, 'extranet')
  const { cookies } = await send('POST', '/api/extranet/v1/session', {}, contact.credentials)
  const list = await send('GET', '/api/extranet/v1/me/sessions', cookies)

  expect(list.body).toMatchObject({ data: [{ isCurrent: true }] })
  expect(
    (await send('POST', '/api/v1/session/refreshment', { 'td-desk-refresh': cookies['td-extranet-refresh'] ?? '' }))
      .status,
  ).toBe(401)
  expect((await send('POST', '/api/extranet/v1/session/refreshment', cookies)).status).toBe(201)
  expect((await send('DELETE', '/api/extranet/v1/session', cookies)).status).toBe(204)
  expect((await send('GET', '/api/extranet/v1/me', cookies)).status).toBe(401)
})
