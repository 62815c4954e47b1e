import { afterAll, beforeAll, expect, test } from 'vitest'
import { pino } from 'pino'
import { startServer } from '../../../test/harness.ts'
import { buildEmployee } from '../../../test/factories.ts'
import { parseEnvironment } from '../../env.ts'
import { createLifecycle } from '../lifecycle.ts'
import { createLog } from '../log.ts'

const TOKEN = 'a token for metrics'
const lines: string[] = []
const lifecycle = createLifecycle()
const storage = { assertWritable: () => Promise.resolve() }

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer({
    lifecycle,
    storage: storage as never,
    env: parseEnvironment({ METRICS_TOKEN: TOKEN }),
    log: createLog({ LOG_LEVEL: 'info' }, { write: (line) => void lines.push(line) }),
  })
})
afterAll(() => server.close())

test('a request is one line of the log, with who asked and without what was asked for', async () => {
  const agent = await buildEmployee(server)
  lines.length = 0
  await server.app.inject({
    url: '/api/v1/departments?search=secret-customer',
    headers: { ...agent.headers, authorization: '' },
  })

  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({
      method: 'GET',
      route: '/api/v1/departments',
      actor: expect.stringMatching(/^employee:/u) as string,
    }),
  ])
  expect(lines.join('')).not.toMatch(/secret-customer|td-desk-access/u)
})

test.for([
  [{ password: 'p' }, { password: '[hidden]' }],
  [
    { headers: { cookie: 'c', authorization: 'a', 'set-cookie': 's', host: 'h' } },
    { headers: { cookie: '[hidden]', authorization: '[hidden]', 'set-cookie': '[hidden]', host: 'h' } },
  ],
  [{ req: { body: { secret: 's', name: 'n' } } }, { req: { body: { secret: '[hidden]', name: 'n' } } }],
] as const)('the log hides what nobody may read: %j', ([given, written]) => {
  const own: string[] = []
  createLog({ LOG_LEVEL: 'info' }, { write: (line) => void own.push(line) }).info(given)

  expect(JSON.parse(own[0] ?? '')).toMatchObject(written)
})

test('metrics are for whoever has the token', async () => {
  const stranger = await server.app.inject({ url: '/metrics' })
  const reader = await server.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } })

  expect(stranger.statusCode).toBe(401)
  expect(reader.body).toMatch(
    /^http_request_duration_seconds_count\{method="GET",route="\/metrics",status="401"\} 1$/mu,
  )
  expect(reader.body).toMatch(/^event_deliveries\{state="waiting"\} 0$/mu)
})

test('without a token, metrics are for this machine and not for what a proxy forwards', async () => {
  const local = await startServer()
  const direct = await local.app.inject({ url: '/metrics' })
  const forwarded = await local.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.7' } })
  const elsewhere = await local.app.inject({ url: '/metrics', remoteAddress: '203.0.113.7' })
  await local.close()

  expect([direct.statusCode, forwarded.statusCode, elsewhere.statusCode]).toEqual([200, 403, 403])
})

test('a process that cannot write files lives, but is not ready', async () => {
  const broken = await startServer({
    storage: { assertWritable: () => Promise.reject(new Error('read-only')) } as never,
    log: pino({ level: 'silent' }),
  })
  const [alive, ready] = [await broken.app.inject({ url: '/healthz' }), await broken.app.inject({ url: '/readyz' })]
  await broken.close()

  expect(alive.json()).toEqual({ status: 'alive' })
  expect([ready.statusCode, ready.json()]).toMatchObject([503, { code: 'unavailable', detail: 'Not ready: storage.' }])
})

test('a process that ends is not ready first', async () => {
  expect((await server.app.inject({ url: '/readyz' })).statusCode).toBe(200)
  lifecycle.drain()

  expect((await server.app.inject({ url: '/readyz' })).json()).toMatchObject({ detail: 'Not ready: draining.' })
})
