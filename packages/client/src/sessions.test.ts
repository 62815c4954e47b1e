import { extranetGetMe, extranetRefreshSession } from '@timedesk/contracts/extranet-identity'
import { getMe, refreshSession } from '@timedesk/contracts/identity'
import { listDepartments } from '@timedesk/contracts/staff'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { at, buildClient, refuse } from '../test/answers.ts'
import { startSessionKeeper } from './session-keeper.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const emptyList = { data: [], page: { after: null, hasMore: false } }
const renewed = { accessExpiresAt: '2026-03-02T09:15:00.000Z' }

/** A list that is refused until the session was refreshed; `refreshes` counts how often that was. */
function expireSession() {
  const seen = { refreshes: 0 }
  server.use(
    http.post(at(refreshSession), () => {
      seen.refreshes += 1
      return HttpResponse.json(renewed, { status: 201 })
    }),
    http.get(at(listDepartments), () =>
      seen.refreshes === 0 ? refuse('unauthenticated') : HttpResponse.json(emptyList),
    ),
  )
  return seen
}

test('calls that find their session expired share one refresh and are repeated', async () => {
  const seen = expireSession()
  const { client } = buildClient()

  const answers = await Promise.all([1, 2, 3].map(() => client.call(listDepartments)))

  expect(answers).toEqual([emptyList, emptyList, emptyList])
  expect(seen.refreshes).toBe(1)
})

test('a session that cannot be renewed is told once, and the calls are refused', async () => {
  const over: string[] = []
  const { client } = buildClient({ onUnauthenticated: (audience) => over.push(audience) })
  server.use(
    http.get(at(extranetGetMe), () => refuse('unauthenticated')),
    http.post(at(extranetRefreshSession), () => refuse('session_ended')),
  )

  const calls = await Promise.allSettled([client.call(extranetGetMe), client.call(extranetGetMe)])

  const refused = { status: 'rejected', reason: expect.objectContaining({ code: 'unauthenticated' }) as unknown }
  expect(calls).toEqual([refused, refused])
  expect(over).toEqual(['contact'])
})

test('network trouble while refreshing ends no session', async () => {
  const over: string[] = []
  const { client } = buildClient({ onUnauthenticated: (audience) => over.push(audience) })
  server.use(
    http.get(at(getMe), () => refuse('unauthenticated')),
    http.post(at(refreshSession), () => HttpResponse.error()),
  )

  await expect(client.call(getMe)).rejects.toMatchObject({ kind: 'network' })
  expect(over).toEqual([])
})

test('a token has no session to refresh', async () => {
  const seen = expireSession()

  const failed = buildClient({ token: 'td_pat_x' }).client.call(listDepartments)

  await expect(failed).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(seen.refreshes).toBe(0)
})

test('the keeper renews a minute before expiry and ends with the session', async () => {
  const { client } = buildClient()
  server.use(
    http.post(at(refreshSession), () => HttpResponse.json(renewed, { status: 201 }), { once: true }),
    http.post(at(refreshSession), () => refuse('session_ended')),
  )
  const waits: number[] = []
  const ended = Promise.withResolvers<undefined>()

  startSessionKeeper(client, 'staff', {
    now: () => Date.parse('2026-03-02T09:05:00.000Z'),
    sleep: (ms, signal) => {
      waits.push(ms)
      if (signal.aborted) ended.resolve(undefined)
      return Promise.resolve()
    },
  })
  await ended.promise

  expect(waits).toEqual([9 * 60_000, 10_000])
})
