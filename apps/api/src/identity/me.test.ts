import { permissionsOfContactRole } from '@timedesk/contracts/access'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildContact, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { ORIGIN, startServer } from '../../test/harness.ts'

type Created = { id: string; secret: string; hint: string }

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server, { role: 'agent' })
})
afterAll(() => server.close())

const send = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, headers: object, payload?: object) =>
  server.app.inject({ method, url, headers: { ...headers }, ...(payload && { payload }) })
const createToken = async (who: SignedIn, scopes: string[], expiresInDays = 30) => {
  const answer = await send('POST', '/api/v1/me/tokens', who.headers, { name: 'Bookkeeping', scopes, expiresInDays })
  expect(answer.statusCode).toBe(201)
  return answer.json<Created>()
}
const bearer = ({ secret }: Pick<Created, 'secret'>) => ({ authorization: `Bearer ${secret}` })
const typesAbout = async (id: string) =>
  (
    await server.database.pool.query<{ type: string }>(
      'SELECT type FROM event WHERE subject_id = $1 ORDER BY sequence',
      [id],
    )
  ).rows.map(({ type }) => type)

test('a token may what its scopes and its owner’s role both allow', async () => {
  const token = await createToken(agent, ['cases:read', 'staff:write'])

  const me = await send('GET', '/api/v1/me', bearer(token))

  expect(me.json()).toMatchObject({ id: agent.id, permissions: ['case:read'], scopes: ['cases:read', 'staff:write'] })
  expect((await send('GET', '/api/v1/customers', bearer(token))).json()).toMatchObject({
    code: 'scope_missing',
    missingPermission: 'customers:read',
  })
  const created = await send('POST', '/api/v1/departments', bearer(token), { name: 'Not allowed' })
  expect(created.json()).toMatchObject({ code: 'permission_denied' })
  const { rowCount } = await server.database.pool.query("SELECT 1 FROM department WHERE name = 'Not allowed'")
  expect(rowCount).toBe(0)
})

test('a token’s secret is shown once; the database knows its hash, and no repeated request gets it again', async () => {
  const owner = await buildEmployee(server)
  const headers = { ...owner.headers, 'idempotency-key': 'token' }
  const payload = { name: 'Bookkeeping', scopes: ['time:read'], expiresInDays: 1 }
  const { secret, hint } = (await send('POST', '/api/v1/me/tokens', headers, payload)).json<Created>()
  const again = (await send('POST', '/api/v1/me/tokens', headers, payload)).json<Created>()

  expect(secret).toMatch(/^td_pat_[0-9a-f]{56}$/u)
  expect(hint).toBe(`…${secret.slice(-4)}`)
  expect(again.secret).not.toBe(secret)
  const list = await send('GET', '/api/v1/me/tokens', owner.headers)
  expect(list.body).not.toContain(secret.slice(7))
  expect(list.json()).toMatchObject({ data: [{ lastUsedAt: null }, { hint }] })
  const stored = await server.database.pool.query(
    'SELECT 1 FROM api_token t WHERE to_jsonb(t)::text LIKE $1 UNION ALL SELECT 1 FROM idempotency_key k WHERE k.body LIKE $1',
    [`%${secret.slice(7, 40)}%`],
  )
  expect(stored.rowCount).toBe(0)
})

test('a token that is revoked, has expired or is mistyped opens nothing', async () => {
  const owner = await buildEmployee(server)
  const token = await createToken(owner, ['cases:read'], 1)
  const other = await createToken(owner, ['cases:read'], 2)
  const stranger = await send('DELETE', `/api/v1/me/tokens/${token.id}`, agent.headers)
  expect(stranger.statusCode).toBe(404)
  expect((await send('GET', '/api/v1/me', bearer({ secret: `${token.secret.slice(0, -1)}x` }))).statusCode).toBe(401)
  expect((await send('GET', '/api/v1/me', bearer(token))).statusCode).toBe(200)

  expect((await send('DELETE', `/api/v1/me/tokens/${token.id}`, owner.headers)).statusCode).toBe(204)

  expect((await send('GET', '/api/v1/me', bearer(token))).statusCode).toBe(401)
  const before = server.clock.now
  server.clock.now = new Date(before.getTime() + 2 * 24 * 60 * 60 * 1000)
  expect((await send('GET', '/api/v1/me', bearer(other))).statusCode).toBe(401)
  server.clock.now = before
  expect(await typesAbout(owner.id)).toEqual(['token.created', 'token.created', 'token.revoked'])
})

test('a token makes no tokens, sessions or passwords', async () => {
  const token = await createToken(agent, ['cases:read'])
  const payload = { name: 'More', scopes: ['cases:read'], expiresInDays: 1 }

  expect((await send('POST', '/api/v1/me/tokens', bearer(token), payload)).statusCode).toBe(403)
  expect((await send('GET', '/api/v1/me/sessions', bearer(token))).statusCode).toBe(403)
  expect((await send('PATCH', '/api/v1/me', bearer(token), { name: 'Somebody else' })).statusCode).toBe(403)
})

test('people change their own profile; what stays the same is no change', async () => {
  const person = await buildEmployee(server, { name: 'Mette Holm' })
  const changed = await send('PATCH', '/api/v1/me', person.headers, { language: 'da' })
  await send('PATCH', '/api/v1/me', person.headers, { language: 'da', name: 'Mette Holm' })

  expect(changed.json()).toMatchObject({ name: 'Mette Holm', language: 'da' })
  expect(await typesAbout(person.id)).toEqual(['employee.changed'])
  const raised = await send('PATCH', '/api/v1/me', person.headers, { role: 'administrator' })
  expect(raised.statusCode).toBe(400)
})

test('a contact reads and changes the own profile under the extranet’s role', async () => {
  const contact = await buildContact(server, { role: 'manager', name: 'Anna Berg' })
  const changed = await send('PATCH', '/api/extranet/v1/me', contact.headers, {
    title: 'Office manager',
    phone: '+45 1',
  })

  expect(changed.json()).toMatchObject({
    id: contact.id,
    title: 'Office manager',
    phone: '+45 1',
    customer: { id: contact.customerId },
    supplier: 'My company',
    permissions: permissionsOfContactRole.manager,
  })
  expect((await send('GET', '/api/extranet/v1/me', contact.headers)).json()).toEqual(changed.json())
  expect(await typesAbout(contact.id)).toEqual(['contact.changed'])
  const raised = await send(
    'PATCH',
    '/api/extranet/v1/me',
    { ...contact.headers, origin: ORIGIN },
    { seesAllCases: true },
  )
  expect(raised.statusCode).toBe(400)
})
