import { extranetGetMe } from '@timedesk/contracts/extranet-identity'
import { getMe, signOut } from '@timedesk/contracts/identity'
import { createDepartment, getDepartment, listDepartments, updateDepartment } from '@timedesk/contracts/staff'
import { listCases } from '@timedesk/contracts/work-list'
import { delay, http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DEPARTMENT_ID, ORIGIN, at, buildClient, buildDepartment, refuse } from '../test/answers.ts'
import { ifMatchOf } from './address.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const params = { departmentId: DEPARTMENT_ID }

test('an answer comes parsed, with its ETag, and without what the contract does not know', async () => {
  const headers = { etag: '"v3-abc"' }
  server.use(http.get(at(getDepartment), () => HttpResponse.json({ ...buildDepartment(), extra: 1 }, { headers })))

  const answered = await buildClient().client.callWithEtag(getDepartment, { params })

  expect(answered).toEqual({ data: buildDepartment(), etag: '"v3-abc"' })
})

test('an answer without a body is undefined', async () => {
  server.use(http.delete(at(signOut), () => new HttpResponse(null, { status: 204 })))

  await expect(buildClient().client.call(signOut)).resolves.toBeUndefined()
})

test('a change is sent as JSON with the version that it means and the token', async () => {
  let seen: unknown
  server.use(
    http.patch(at(updateDepartment), async ({ request }) => {
      const { headers, url } = request
      seen = [
        url,
        headers.get('if-match'),
        headers.get('authorization'),
        headers.get('content-type'),
        await request.json(),
      ]
      return HttpResponse.json(buildDepartment())
    }),
  )

  const headers = { ifMatch: ifMatchOf(buildDepartment()) }
  await buildClient({ token: 'td_pat_x' }).client.call(updateDepartment, { params, body: { name: 'Care' }, headers })

  const url = `${ORIGIN}/api/v1/departments/${DEPARTMENT_ID}`
  expect(seen).toEqual([url, '"v3"', 'Bearer td_pat_x', 'application/json', { name: 'Care' }])
})

test('an address encodes its parameters, joins lists by commas and leaves out what is undefined', () => {
  const { client } = buildClient()
  const query = { search: 'a & b', tags: ['x', 'y'], after: undefined, limit: 5 }

  expect(client.urlOf(listCases, { query })).toBe(`${ORIGIN}/api/v1/cases?search=a+%26+b&tags=x%2Cy&limit=5`)
  expect(client.urlOf(getDepartment, { params: { departmentId: 'a/b' } })).toBe(`${ORIGIN}/api/v1/departments/a%2Fb`)
  expect(() => client.urlOf(getDepartment, { params: { departmentId: '' } })).toThrow('needs departmentId')
})

test('a refusal is typed by its code and carries its fields', async () => {
  const errors = [{ pointer: '/body/name', code: 'too_small', message: 'Too short.' }]
  server.use(
    http.post(at(createDepartment), () => refuse('rate_limited', { errors, detail: 'No.' }, { 'retry-after': '90' })),
  )

  const failed = buildClient().client.call(createDepartment, { body: { name: '' } })

  await expect(failed).rejects.toMatchObject({
    name: 'ApiRefusal',
    message: 'No.',
    code: 'rate_limited',
    status: 429,
    fields: errors,
    requestId: 'r-1',
    retryAfterSeconds: 90,
  })
})

test.for([
  ['text that is not JSON', () => HttpResponse.text('<html>', { headers: { 'request-id': 'r-2' } })],
  ['another shape', () => HttpResponse.json({ id: 1 }, { headers: { 'request-id': 'r-2' } })],
  ['another status', () => HttpResponse.json({}, { status: 202, headers: { 'request-id': 'r-2' } })],
  ['a refusal of a proxy', () => HttpResponse.text('', { status: 403, headers: { 'request-id': 'r-2' } })],
] as const)('%s is an unexpected answer', async ([, answer]) => {
  server.use(http.get(at(getMe), answer))

  await expect(buildClient().client.call(getMe)).rejects.toMatchObject({ kind: 'unexpected_answer', requestId: 'r-2' })
})

test('a fault of the server is told with its request id and not tried again', async () => {
  server.use(http.get(at(getMe), () => refuse('fault'), { once: true }))

  await expect(buildClient().client.call(getMe)).rejects.toMatchObject({ kind: 'fault', status: 500, requestId: 'r-1' })
})

test('what takes too long is a timeout; what the caller gives up stays an abort', async () => {
  server.use(http.get(at(extranetGetMe), () => delay('infinite')))
  const signal = AbortSignal.abort()

  await expect(buildClient({ timeoutMs: 20 }).client.call(extranetGetMe)).rejects.toMatchObject({ kind: 'timeout' })
  await expect(buildClient().client.call(extranetGetMe, { signal })).rejects.toBe(signal.reason)
})

test('items come from all pages until the list ends', async () => {
  const asked: (string | null)[] = []
  server.use(
    http.get(at(listDepartments), ({ request }) => {
      const { searchParams } = new URL(request.url)
      asked.push(`${String(searchParams.get('search'))} ${String(searchParams.get('after'))}`)
      const isLast = searchParams.get('after') === 'two'
      const data = [buildDepartment({ name: isLast ? 'B' : 'A' })]
      return HttpResponse.json({ data, page: { after: isLast ? null : 'two', hasMore: !isLast } })
    }),
  )

  const names: string[] = []
  for await (const { name } of buildClient().client.items(listDepartments, { query: { search: 'x' } })) names.push(name)

  expect(names).toEqual(['A', 'B'])
  expect(asked).toEqual(['x null', 'x two'])
})

test('pages stop at their limit even when the list goes on', async () => {
  const page = { after: 'more', hasMore: true }
  server.use(http.get(at(listDepartments), () => HttpResponse.json({ data: [], page })))

  const pages: unknown[] = []
  for await (const read of buildClient().client.pages(listDepartments, { pagesMax: 3 })) pages.push(read)

  expect(pages).toEqual(Array(3).fill({ data: [], page }))
})
