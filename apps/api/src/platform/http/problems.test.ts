import { Problem } from '@timedesk/contracts/problem'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>
let administrator: SignedIn

beforeAll(async () => {
  server = await startServer()
  administrator = await buildEmployee(server, { role: 'administrator' })
})
afterAll(() => server.close())

const departments = '/api/v1/departments'

test.for<[string, InjectOptions, number, string]>([
  ['an address that cannot be decoded', { url: '/api/v1/cases/%ff' }, 400, 'invalid_request'],
  ['an address that nobody knows', { url: '/api/v1/nothing' }, 404, 'not_found'],
  [
    'a text where JSON is expected',
    { method: 'POST', url: departments, headers: { 'content-type': 'text/plain' }, payload: 'x' },
    415,
    'unsupported_media_type',
  ],
  [
    'JSON that is broken',
    { method: 'POST', url: departments, headers: { 'content-type': 'application/json' }, payload: '{"name":' },
    400,
    'invalid_request',
  ],
  [
    'a prototype in the body',
    { method: 'POST', url: departments, headers: { 'content-type': 'application/json' }, payload: '{"__proto__":{}}' },
    400,
    'invalid_request',
  ],
  [
    'a character that cannot be stored',
    { method: 'POST', url: departments, payload: { name: 'a\u0000b' } },
    400,
    'invalid_request',
  ],
  [
    'a body beyond all limits',
    { method: 'POST', url: departments, payload: { name: 'x'.repeat(2_000_000) } },
    413,
    'body_too_large',
  ],
  ['a misspelt parameter', { url: `${departments}?serach=x` }, 400, 'invalid_request'],
  ['a method that the address lacks', { method: 'DELETE', url: departments }, 405, 'method_not_allowed'],
  [
    'an If-Match that is no ETag',
    { method: 'PATCH', url: '/api/v1/company', headers: { 'if-match': 'zzz' }, payload: {} },
    400,
    'invalid_request',
  ],
  ['a missing If-Match', { method: 'PATCH', url: '/api/v1/company', payload: {} }, 428, 'if_match_required'],
  [
    'a page of another site',
    { method: 'POST', url: departments, headers: { origin: 'https://evil.test' }, payload: { name: 'x' } },
    403,
    'foreign_origin',
  ],
])('%s is answered by a problem document', async ([, request, status, code]) => {
  const answer = await server.app.inject({ ...request, headers: { ...administrator.headers, ...request.headers } })

  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/u)
  const problem = Problem.parse(answer.json())
  expect(problem).toMatchObject({ status, code, requestId: answer.headers['request-id'] })
  expect(answer.statusCode).toBe(status)
})
