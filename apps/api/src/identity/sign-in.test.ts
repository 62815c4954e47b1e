import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAccount, type BuiltAccount } from '../../test/build-account.ts'
import { ORIGIN, startServer } from '../../test/harness.ts'
import { createLimiter } from '../platform/http/create-limiter.ts'
import { hashPassword, NOBODYS_HASH } from './hash-password.ts'

const LIVE = '/api/v1/me'
let server: Awaited<ReturnType<typeof startServer>>
let mette: BuiltAccount

beforeAll(async () => {
  server = await startServer()
  mette = await buildAccount(server, 'desk')
})
afterAll(() => server.close())

const signIn = (payload: object, on = server, headers: object = {}, url = '/api/v1/session') =>
  on.app.inject({ method: 'POST', url, headers: { origin: ORIGIN, ...headers }, payload })
const sessionsOf = async (id: string) =>
  (await server.database.pool.query('SELECT 1 FROM staff_session WHERE employee_id = $1', [id])).rowCount

test('the right pair starts a session in cookies that scripts cannot read', async () => {
  const answer = await signIn({ email: mette.email.toUpperCase(), password: mette.password })

  expect(answer.statusCode).toBe(201)
  expect(answer.json()).toEqual({ accessExpiresAt: '2026-03-02T09:10:00.000Z' })
  expect(answer.cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual([
    ['td-desk-access', true, 'Lax'],
    ['td-desk-refresh', true, 'Lax'],
    ['td-desk-device', true, 'Lax'],
  ])
  const [access] = answer.cookies
  const me = await server.app.inject({ url: LIVE, cookies: { [access?.name ?? '']: access?.value ?? '' } })
  expect(me.json()).toMatchObject({ id: mette.id, role: 'agent', scopes: null, company: { currency: 'DKK' } })
  expect(await mette.events()).toEqual(['session.started'])
})

test('an unknown address, a wrong password, no password and an inactive account all get one answer', async () => {
  const [inactive, uninvited, contact] = await Promise.all([
    buildAccount(server, 'desk', { isActive: false }),
    buildAccount(server, 'desk', { password: null }),
    buildAccount(server, 'extranet'),
  ])
  const answers = []
  for (const [email, password] of [
    [mette.email, 'not the right password'],
    ['nobody@staff.test', mette.password],
    [inactive.email, inactive.password],
    [uninvited.email, 'whatever it may be'],
    [contact.email, contact.password],
  ])
    answers.push(await signIn({ email, password }))

  const shown = answers.map(({ statusCode, headers, json }) => {
    const { 'request-id': _id, date: _date, ...rest } = headers
    const { requestId: _request, instance: _instance, ...problem } = json<Record<string, unknown>>()
    return { statusCode, rest, problem }
  })
  expect(shown[0]?.problem).toMatchObject({ status: 401, code: 'sign_in_failed' })
  expect(shown.slice(1)).toEqual([shown[0], shown[0], shown[0], shown[0]])
  expect(await sessionsOf(inactive.id)).toBe(0)
  expect(await sessionsOf(uninvited.id)).toBe(0)
})

test('the hash that stands for nobody costs what a real one costs', async () => {
  const parametersOf = (hash: string) => hash.split('$').slice(1, 4)

  expect(parametersOf(NOBODYS_HASH)).toEqual(parametersOf(await hashPassword('correct horse battery')))
})

test('a contact of an inactive customer cannot sign in', async () => {
  const contact = await buildAccount(server, 'extranet')
  await server.database.pool.query('UPDATE customer SET is_active = false WHERE id = $1', [contact.customerId])

  const answer = await signIn(contact.credentials, server, {}, '/api/extranet/v1/session')

  expect(answer.json()).toMatchObject({ code: 'sign_in_failed' })
})

test("a desk session's cookies are worth nothing in the extranet, under any name", async () => {
  const [access] = (await signIn(mette.credentials)).cookies

  const answer = await server.app.inject({
    url: '/api/extranet/v1/me',
    cookies: { 'td-extranet-access': access?.value ?? '' },
  })

  expect(answer.statusCode).toBe(401)
})

test('another site cannot sign anybody in', async () => {
  const answer = await signIn(mette.credentials, server, { origin: 'https://evil.example' })

  expect(answer.json()).toMatchObject({ code: 'foreign_origin' })
})

test('a password is compared whole and one that is too long is refused before it is hashed', async () => {
  const long = 'å'.repeat(100) + ' 🐎\u0000'
  const account = await buildAccount(server, 'desk', { password: `${long}1` })

  expect((await signIn({ email: account.email, password: `${long}2` })).statusCode).toBe(401)
  expect((await signIn({ email: account.email, password: `${long}1`.normalize('NFD') })).statusCode).toBe(201)
  expect((await signIn({ email: account.email, password: 'x'.repeat(257) })).statusCode).toBe(400)
})

test('guessing from one address is stopped; the owner gets in from elsewhere and from a known device', async () => {
  const guarded = await startServer()
  guarded.deps.limiter = createLimiter(guarded.database, () => guarded.clock.now, 1_000)
  const victim = await buildAccount(guarded, 'desk')
  const from = (remoteAddress: string, payload: object, cookies: Record<string, string> = {}) =>
    guarded.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { origin: ORIGIN },
      remoteAddress,
      payload,
      cookies,
    })
  const device = (await from('10.0.0.1', victim.credentials)).cookies.find(({ name }) => name === 'td-desk-device')

  const guesses = []
  for (let address = 0; address < 11; address += 1) {
    for (let guess = 0; guess < 20; guess += 1)
      guesses.push((await from(`10.0.1.${String(address)}`, { email: victim.email, password: 'guess' })).statusCode)
  }

  expect(guesses.slice(0, 20)).toEqual(Array(20).fill(401))
  expect(guesses.at(-1)).toBe(429)
  const stranger = await from('10.0.2.1', victim.credentials)
  expect(stranger.json()).toMatchObject({ code: 'rate_limited' })
  expect(Number(stranger.headers['retry-after'])).toBeGreaterThan(0)
  const owner = await from('10.0.0.1', victim.credentials, { 'td-desk-device': device?.value ?? '' })
  expect(owner.statusCode).toBe(201)
  const forged = await from('10.0.2.1', victim.credentials, { 'td-desk-device': `${device?.value ?? ''}x` })
  expect(forged.statusCode).toBe(429)
  await guarded.close()
}, 60_000)
