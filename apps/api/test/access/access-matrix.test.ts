import { routes } from '@timedesk/contracts/routes'
import type { Route } from '@timedesk/contracts/route'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer } from '../harness.ts'
import { actorKinds } from './actors.ts'
import { callRoute } from './call-route.ts'
import { prepareFor } from './preparations.ts'
import { buildWorld } from './world.ts'

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

/** Every route of the contracts × everybody. A new route joins by existing, and fails until it can be let in once. */
describe.for([...routes])('%s', ([name, route]: [string, Route]) => {
  test('lets in whom its contract names, and refuses the others', async () => {
    const found: string[] = []
    const expected: string[] = []
    let successes = 0
    const shared = await buildWorld(server)

    for (const kind of actorKinds) {
      const verdict = kind.verdict(route)
      const world = verdict === 'allowed' && route.method !== 'GET' ? await buildWorld(server) : shared
      const actor = await kind.make(server, world)
      const prepared = await prepareFor(name, server, world, actor)
      const { status, code } = await callRoute(server, route, world, actor, prepared)
      const isRefused = status === 401 || status === 403
      expected.push(`${kind.name}: ${String(verdict)}`)
      found.push(
        `${kind.name}: ${verdict === 'allowed' && (!isRefused || code === 'sign_in_failed' || code === 'session_ended') ? 'allowed' : String(status)}`,
      )
      if (verdict === 'allowed' && status < 300) successes += 1
    }

    expect(found).toEqual(expected)
    expect(successes, 'at least one who is let in succeeds').toBeGreaterThan(0)
  })
})
