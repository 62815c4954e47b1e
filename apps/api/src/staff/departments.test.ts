import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>
let administrator: SignedIn

beforeAll(async () => {
  server = await startServer()
  administrator = await buildEmployee(server, { role: 'administrator' })
})
afterAll(() => server.close())

const post = (payload: object, headers: object = {}) =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/departments',
    headers: { ...administrator.headers, ...headers },
    payload,
  })

test('a repeated POST with the same key answers exactly alike and creates once', async () => {
  const first = await post({ name: 'Second line' }, { 'idempotency-key': 'once' })
  const again = await post({ name: 'Second line' }, { 'idempotency-key': 'once' })

  expect(first.statusCode).toBe(201)
  expect(again.statusCode).toBe(201)
  expect(again.body).toBe(first.body)
  expect(again.headers['idempotency-replayed']).toBe('true')
})

test('a key is refused for another body', async () => {
  await post({ name: 'Web team' }, { 'idempotency-key': 'taken' })
  const other = await post({ name: 'Ledger team' }, { 'idempotency-key': 'taken' })

  expect(other.statusCode).toBe(422)
  expect(other.json()).toMatchObject({ code: 'idempotency_key_reused' })
})

test('a department cannot hang below its own branch', async () => {
  const above = (await post({ name: 'Operations' })).json<{ id: string }>()
  const below = (await post({ name: 'Hosting', parentId: above.id })).json<{ id: string }>()

  const moved = await server.app.inject({
    method: 'PATCH',
    url: `/api/v1/departments/${above.id}`,
    headers: administrator.headers,
    payload: { parentId: below.id },
  })

  expect(moved.statusCode).toBe(409)
  expect(moved.json()).toMatchObject({ code: 'tree_cycle' })
})

test('a stale version is refused', async () => {
  const { id } = (await post({ name: 'Archive' })).json<{ id: string }>()

  const stale = await server.app.inject({
    method: 'PATCH',
    url: `/api/v1/departments/${id}`,
    headers: { ...administrator.headers, 'if-match': '"v7"' },
    payload: { name: 'Library' },
  })

  expect(stale.statusCode).toBe(412)
})
