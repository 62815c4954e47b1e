import type { CaseView, CaseViewCount } from '@timedesk/contracts/case-views'
import { shippedViews } from '@timedesk/domain/query/shipped-views'
import { Prisma } from '@timedesk/prisma/client'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../../test/cases.ts'
import { buildCustomer, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
})
afterAll(() => server.close())

async function save(query: string): Promise<string> {
  const payload = { name: newId(), scope: 'private', query }
  return (await send(server, agent, 'POST', '/api/v1/case-views', payload)).json<CaseView>().id
}

async function count(...ids: string[]): Promise<(number | null)[]> {
  const answer = await send(server, agent, 'GET', `/api/v1/case-view-counts?ids=${ids.join(',')}`)
  const { data } = answer.json<{ data: CaseViewCount[] }>()
  expect(data.map(({ id }) => id)).toEqual(ids)
  return data.map((one) => one.count)
}

test('counts stop at a hundred, and one that cannot be had holds up no other', async () => {
  const { id: customerId } = await buildCustomer(server)
  for (let at = 0; at < 101; at += 1)
    await openCase(server, agent, { customerId, ...(at < 3 && { responsibleId: agent.id }) })
  const [own, broken] = [await save(`customer:${customerId} is:unassigned`), await save('is:mine')]
  await server.database.reader.rows(Prisma.sql`UPDATE case_view SET query = 'is:nonsense' WHERE id = ${broken}::uuid`)

  expect(await count(broken, 'mine', newId(), own, 'active', 'snoozed')).toEqual([null, 3, null, 98, 100, 0])
})

test('what takes too long is not counted', async () => {
  const owner = new pg.Client({ connectionString: server.url })
  await owner.connect()
  await owner.query('BEGIN')
  await owner.query('LOCK TABLE support_case IN ACCESS EXCLUSIVE MODE')

  const began = performance.now()
  const counts = await count('mine', 'active').finally(() => owner.query('ROLLBACK').then(() => owner.end()))

  expect(counts).toEqual([null, null])
  expect(performance.now() - began).toBeLessThan(4_000)
  expect(await count('mine', 'active')).toEqual([3, 100])
})

test('every shipped view can be counted and listed', async () => {
  const ids = shippedViews.map(({ id }) => id)
  const counts = await count(...ids)

  for (const [index, { query, sort }] of shippedViews.entries()) {
    const text = new URLSearchParams({ q: query, sort, limit: '200' }).toString()
    const listed = await send(server, agent, 'GET', `/api/v1/cases?${text}`)
    expect(Math.min(100, listed.json<{ data: unknown[] }>().data.length), query).toBe(counts[index])
  }
})
