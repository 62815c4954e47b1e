import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../../test/cases.ts'
import { buildCustomer, buildEmployee } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('cover is told as the badges of the list tell it', async () => {
  const agent = await buildEmployee(server)
  const { id: customerId } = await buildCustomer(server)
  const { id } = await openCase(server, agent, { customerId, isOutsideContract: true })

  const [badges, file] = await Promise.all([
    send(server, agent, 'GET', `/api/v1/case-badges?caseIds=${id}`),
    send(server, agent, 'GET', `/api/v1/cases/export?caseIds=${id}&columns=number,cover&format=json`),
  ])

  const words = { covered: 'Covered', low: 'Covered, nearly used up', outside: 'Outside of cover' }
  const [badge] = badges.json<{ data: { cover: keyof typeof words | null }[] }>().data
  expect(badge?.cover).toBe('outside')
  expect(file.json()).toEqual([{ number: expect.any(Number) as number, cover: words.outside }])
})
