import { createHash } from 'node:crypto'
import { routes } from '@timedesk/contracts/routes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../test/harness.ts'

/** Addresses of the server that are no part of the versioned API. */
const OWN = [
  '/',
  '/robots.txt',
  '/healthz',
  '/readyz',
  '/metrics',
  '/api/docs',
  '/api/docs/problems',
  '/api/openapi.json',
  '/desk',
  '/desk/*',
  '/extranet',
  '/extranet/*',
]

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('every route of the contracts is served', () => {
  const missing = [...routes].flatMap(([name, { method, path }]) =>
    server.app.hasRoute({ method, url: path }) ? [] : [name],
  )

  expect(missing).toEqual([])
})

test('every route that is served is in the contracts', () => {
  const declared = new Set([...routes.values()].map(({ method, path }) => `${method} ${path}`))
  const served = server.app.servedRoutes.flatMap(({ url, methods, contract }) =>
    contract === null ? [] : methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${url}`),
  )
  const answers = (url: string) => served.some((route) => route.endsWith(` ${url}`))
  const others = server.app.servedRoutes.flatMap(({ url, contract }) =>
    contract === null && !answers(url) ? [url] : [],
  )

  expect(served.filter((route) => !declared.has(route))).toEqual([])
  expect([...new Set(others)].sort()).toEqual([...OWN].sort())
})

test('the document is served to whoever asks', async () => {
  const response = await server.app.inject({ url: '/api/openapi.json' })
  const known = await server.app.inject({
    url: '/api/openapi.json',
    headers: { 'if-none-match': String(response.headers.etag) },
  })

  expect(Object.keys(response.json<{ paths: object }>().paths).length).toBeGreaterThan(50)
  expect(known.statusCode).toBe(304)
})

test.for(['/api/docs', '/api/docs/problems'])(
  '%s is a page without scripts and without anything from elsewhere',
  async (url) => {
    const response = await server.app.inject({ url })

    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(response.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/u)
    const style = /<style>([^]*?)<\/style>/u.exec(response.body)?.[1] ?? ''
    expect(response.headers['content-security-policy']).toContain(createHash('sha256').update(style).digest('base64'))
    expect(response.body).not.toMatch(/<script|src="http|href="http/u)
  },
)

test('the type of a problem leads to its explanation', async () => {
  const refused = await server.app.inject({ url: '/api/v1/me' })
  const [url = '', anchor = ''] = refused.json<{ type: string }>().type.split('#')
  const page = await server.app.inject({ url })

  expect(anchor).toBe('unauthenticated')
  expect(page.body).toContain(`id="${anchor}"`)
})
