import { requestPasswordReset } from '@timedesk/contracts/identity'
import { createDepartment, listDepartments, updateDepartment } from '@timedesk/contracts/staff'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DEPARTMENT_ID, at, buildClient, buildDepartment, refuse } from '../test/answers.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const emptyList = { data: [], page: { after: null, hasMore: false } }
const body = { name: 'Care' }

test('a POST is repeated with the key that it had', async () => {
  const keys: (string | null)[] = []
  server.use(
    http.post(at(createDepartment), ({ request }) => {
      keys.push(request.headers.get('idempotency-key'))
      if (keys.length === 1) return HttpResponse.error()
      return keys.length === 2 ? refuse('request_in_flight') : HttpResponse.json(buildDepartment(), { status: 201 })
    }),
  )
  let made = 0
  const newKey = () => `key-${(made += 1)}`

  const { client, waits } = buildClient({ newKey })
  await client.call(createDepartment, { body })

  expect(keys).toEqual(['key-1', 'key-1', 'key-1'])
  expect(waits).toEqual([300, 600])
})

test('every POST has a key of its own', async () => {
  const keys = new Set<string | null>()
  server.use(
    http.post(at(createDepartment), ({ request }) => {
      keys.add(request.headers.get('idempotency-key'))
      return HttpResponse.json(buildDepartment(), { status: 201 })
    }),
  )

  const { client } = buildClient()
  await client.call(createDepartment, { body })
  await client.call(createDepartment, { body })

  expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/u), expect.stringMatching(/^[0-9a-f]{32}$/u)])
})

test.for([
  ['the network fails', () => HttpResponse.error(), { kind: 'network' }],
  ['a proxy has no server', () => new HttpResponse('', { status: 502 }), { kind: 'fault', status: 502 }],
  ['the server is not ready', () => refuse('unavailable'), { code: 'unavailable' }],
] as const)('a read is tried three times when %s', async ([, answer, error]) => {
  let tries = 0
  server.use(
    http.get(at(listDepartments), () => {
      tries += 1
      return answer()
    }),
  )

  await expect(buildClient().client.call(listDepartments)).rejects.toMatchObject(error)
  expect(tries).toBe(3)
})

test('it waits as long as the API asks for', async () => {
  server.use(
    http.get(at(listDepartments), () => refuse('rate_limited', {}, { 'retry-after': '7' }), { once: true }),
    http.get(at(listDepartments), () => HttpResponse.json(emptyList)),
  )

  const { client, waits } = buildClient()

  expect(await client.call(listDepartments)).toEqual(emptyList)
  expect(waits).toEqual([7_000])
})

test('it never waits past the timeout', async () => {
  server.use(http.get(at(listDepartments), () => refuse('rate_limited', {}, { 'retry-after': '7' })))

  const { client, waits } = buildClient({ timeoutMs: 6_000 })

  await expect(client.call(listDepartments)).rejects.toMatchObject({ code: 'rate_limited' })
  expect(waits).toEqual([])
})

test('what might happen twice is not repeated: changes without a key, and calls without a caller', async () => {
  const { client, waits } = buildClient()
  server.use(
    http.patch(at(updateDepartment), () => HttpResponse.error()),
    http.post(at(requestPasswordReset), () => HttpResponse.error()),
  )

  const params = { departmentId: DEPARTMENT_ID }
  await expect(client.call(updateDepartment, { params, body })).rejects.toMatchObject({ kind: 'network' })
  const reset = client.call(requestPasswordReset, { body: { email: 'mette@example.test' } })
  await expect(reset).rejects.toMatchObject({ kind: 'network' })
  expect(waits).toEqual([])
})
