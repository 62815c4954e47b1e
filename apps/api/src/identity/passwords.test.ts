import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildAccount, PASSWORD, type BuiltAccount } from '../../test/build-account.ts'
import { ORIGIN, startServer } from '../../test/harness.ts'
import { createLimiter } from '../platform/http/create-limiter.ts'

const NEW_PASSWORD = 'eleven geese before noon'

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

const send = (method: 'POST' | 'PUT' | 'GET', url: string, payload: object, cookies: Record<string, string> = {}) =>
  server.app.inject({ method, url, cookies, headers: { origin: ORIGIN }, ...(method !== 'GET' && { payload }) })
const signIn = async (password = PASSWORD) => {
  const answer = await send('POST', '/api/v1/session', { email: account.email, password })
  return {
    status: answer.statusCode,
    cookies: Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value])),
  }
}
const mails = async (address = account.email) =>
  (
    await server.database.pool.query<{ kind: string; text: string; subject: string; message_id: string; id: string }>(
      'SELECT id, kind, text, subject, message_id FROM mail WHERE to_address = $1 ORDER BY id',
      [address],
    )
  ).rows
const requestReset = async (count: number) => {
  const answer = await send('POST', '/api/v1/password-resets', { email: account.email })
  expect(answer.statusCode).toBe(202)
  await expect.poll(async () => (await mails()).length).toBe(count)
  const mail = (await mails()).at(-1)
  return /\/desk\/set-password#secret=([\w-]{43})\n/u.exec(mail?.text ?? '')?.[1] ?? ''
}
const setPassword = async (secret: string, password = NEW_PASSWORD) => {
  const answer = await send('POST', '/api/v1/passwords', { secret, password })
  return answer.statusCode === 204 ? 'done' : answer.json<{ code: string }>().code
}

test('a reset link sets a new password once, and ends everything of before', async () => {
  const before = await signIn()
  const secret = await requestReset(1)

  expect(await setPassword(secret)).toBe('done')

  expect((await send('GET', '/api/v1/me', {}, before.cookies)).statusCode).toBe(401)
  expect((await signIn()).status).toBe(401)
  expect((await signIn(NEW_PASSWORD)).status).toBe(201)
  expect(await setPassword(secret, 'another one to be sure')).toBe('secret_refused')
  expect(await account.events()).toEqual(['session.started', 'password.changed', 'session.ended', 'session.started'])
})

test('the mail is a row with a lasting Message-ID; of the secret only the hash is kept with the account', async () => {
  const secret = await requestReset(1)
  const [mail] = await mails()

  expect(mail).toMatchObject({ kind: 'reset', message_id: `<${mail?.id ?? ''}@localhost>` })
  const { rows } = await server.database.pool.query<{ row: string }>(
    'SELECT to_jsonb(s)::text AS row FROM staff_secret s WHERE employee_id = $1',
    [account.id],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.row).not.toContain(secret)
})

test('the mail is written in the language of its reader', async () => {
  await server.database.pool.query("UPDATE employee SET language = 'da' WHERE id = $1", [account.id])
  await requestReset(1)

  expect((await mails())[0]?.subject).toBe('Ny adgangskode til support hos My company')
})

test('a later link supersedes an earlier one, and a link expires after a day', async () => {
  const first = await requestReset(1)
  const second = await requestReset(2)
  expect(await setPassword(first)).toBe('secret_refused')
  server.clock.now = new Date('2026-03-03T09:00:00.000Z')

  expect(await setPassword(second)).toBe('secret_refused')
  expect((await signIn()).status).toBe(201)
})

test('an address without an account gets the same answer and no mail', async () => {
  const known = await send('POST', '/api/v1/password-resets', { email: account.email })
  const unknown = await send('POST', '/api/v1/password-resets', { email: 'nobody@staff.test' })
  const inactive = await buildAccount(server, 'desk', { isActive: false })
  const refused = await send('POST', '/api/v1/password-resets', { email: inactive.email })
  await expect.poll(async () => (await mails()).length).toBe(1)

  const shown = [known, unknown, refused].map(({ statusCode, body, headers }) => {
    const { 'request-id': _id, date: _date, ...rest } = headers
    return { statusCode, body, rest }
  })
  expect(shown[1]).toEqual(shown[0])
  expect(shown[2]).toEqual(shown[0])
  expect(await mails('nobody@staff.test')).toEqual([])
  expect(await mails(inactive.email)).toEqual([])
})

test('an address gets three mails an hour, whoever asks and whether or not it is known', async () => {
  const { deps } = server
  const before = deps.limiter
  deps.limiter = createLimiter(server.database, () => server.clock.now, 1_000)
  const statuses = []
  for (let asked = 0; asked < 4; asked += 1)
    statuses.push((await send('POST', '/api/v1/password-resets', { email: 'often@staff.test' })).statusCode)
  deps.limiter = before

  expect(statuses).toEqual([202, 202, 202, 429])
})

test('a desk secret opens nothing in the extranet', async () => {
  const secret = await requestReset(1)
  const answer = await send('POST', '/api/extranet/v1/passwords', { secret, password: NEW_PASSWORD })

  expect(answer.json()).toMatchObject({ code: 'secret_refused' })
  expect(await setPassword(secret)).toBe('done')
})

test.for([
  ['too short', 'elevenchars', 'too_short'],
  ['common', 'Password 123456', 'too_common'],
  ['repeated', 'abcabcabcabcabc', 'too_common'],
  ['the company’s name', 'My Company 2026!', 'too_personal'],
])('a password that is %s is refused at its field, and the link stays usable', async ([, password = '', code]) => {
  const secret = await requestReset(1)

  const answer = await send('POST', '/api/v1/passwords', { secret, password })

  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({ code: 'password_refused', errors: [{ pointer: '/body/password', code }] })
  expect(await account.events()).toEqual([])
  expect(await setPassword(secret)).toBe('done')
})

test('changing one’s password takes the present one, ends the other devices and renews this one', async () => {
  const here = await signIn()
  const there = await signIn()
  const change = (currentPassword: string) =>
    send('PUT', '/api/v1/me/password', { currentPassword, password: NEW_PASSWORD }, here.cookies)

  expect((await change('not the present one')).json()).toMatchObject({ code: 'sign_in_failed' })
  expect((await send('GET', '/api/v1/me', {}, there.cookies)).statusCode).toBe(200)
  const changed = await change(PASSWORD)

  expect(changed.statusCode).toBe(204)
  const renewed = Object.fromEntries(changed.cookies.map(({ name, value }) => [name, value]))
  expect((await send('GET', '/api/v1/me', {}, renewed)).statusCode).toBe(200)
  expect((await send('GET', '/api/v1/me', {}, here.cookies)).statusCode).toBe(401)
  expect((await send('GET', '/api/v1/me', {}, there.cookies)).statusCode).toBe(401)
  expect((await signIn(NEW_PASSWORD)).status).toBe(201)
})
