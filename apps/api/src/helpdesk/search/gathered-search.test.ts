import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../../test/cases.ts'
import {
  buildCustomer,
  buildEmployee,
  NORMAL_PRIORITY_ID,
  statusId,
  SUPPORT_DEPARTMENT_ID,
  type SignedIn,
} from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'

/** More cases than tell what the others are like. */
const CASES = 320

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let customerId: string
let silent: string
let old: string
let gone: string

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
  customerId = (await buildCustomer(server)).id
  const open = async (subject: string) => {
    server.clock.now = new Date(server.clock.now.getTime() + 1000)
    return openCase(server, agent, { customerId, subject, description: 'Nothing to see.' })
  }
  silent = (await open('Silent')).id
  old = (await open('The quince of old')).id
  gone = (await open('Another quince')).id
  await send(server, agent, 'PUT', `/api/v1/cases/${gone}/merge`, { intoId: old })
  await fill()
  // As if most messages of a big company spoke of them.
  await server.database.reader.rows(
    Prisma.sql`INSERT INTO search_word (word, uses) VALUES ('printer', 20000), ('jammed', 20000), ('quince', 20000)`,
  )
})
afterAll(() => server.close())

/** Many later cases, all of a printer that is jammed. */
async function fill(): Promise<void> {
  const at = new Date(server.clock.now.getTime() + 60_000)
  await server.database.transact(async (tx) => {
    await tx.rows(Prisma.sql`INSERT INTO support_case (id, customer_id, subject, priority_id, status_id, category, department_id,
        created_via, created_by_name, created_at, last_activity_at)
      SELECT gen_random_uuid(), ${customerId}::uuid, 'Case ' || n, ${NORMAL_PRIORITY_ID}::uuid, ${statusId.open}::uuid, 'open',
        ${SUPPORT_DEPARTMENT_ID}::uuid, 'desk', 'Anna Berg', ${at}, ${at} FROM generate_series(1, ${Prisma.raw(String(CASES))}) n`)
    await tx.rows(Prisma.sql`INSERT INTO reply (id, case_id, customer_id, kind, author_kind, author_name, body, posted_at)
      SELECT gen_random_uuid(), c.id, c.customer_id, 'description', 'employee', 'Anna Berg', 'The printer is jammed.', ${at}
      FROM support_case c WHERE c.subject LIKE 'Case %'`)
  })
}

async function listed(search: string, given: Record<string, string> = {}): Promise<string[]> {
  const query = new URLSearchParams({ search, limit: '100', ...given }).toString()
  const answer = await send(server, agent, 'GET', `/api/v1/cases?${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ data: { id: string }[] }>().data.map(({ id }) => id)
}

test('a word that nearly all cases have leaves out all of them', async () => {
  expect(await listed('-printer')).toEqual([old, silent])
  expect(await listed('-printer', { sort: 'createdAt' })).toEqual([silent, old])
  expect(await listed('-printer -quince')).toEqual([silent])
})

test('words that always go together leave nothing when one of them is unwanted', async () => {
  expect(await listed('printer -jammed')).toEqual([])
  expect(await listed('printer jammed')).toHaveLength(100)
})

test('a word of many texts, none of them of late, is found all the same, and no tombstone with it', async () => {
  expect(await listed('quince')).toEqual([old])
  expect(await listed('quince -printer')).toEqual([old])
  expect(await listed('quince', { count: 'exact' })).toEqual([old])
})

test('so it is within a query, beside other terms and within alternatives', async () => {
  const ask = async (q: string) => {
    const query = new URLSearchParams({ q, sort: 'number' }).toString()
    return (await send(server, agent, 'GET', `/api/v1/cases?${query}`)).json<{ data: { id: string }[] }>().data
  }
  expect((await ask('-printer is:active')).map(({ id }) => id)).toEqual([silent, old])
  expect((await ask('(quince or silent) -printer')).map(({ id }) => id)).toEqual([silent, old])
  expect((await ask('-(printer or quince)')).map(({ id }) => id)).toEqual([silent])
})

test('the one search finds them too, by the latest activity', async () => {
  const find = async (q: string) =>
    (await send(server, agent, 'GET', `/api/v1/search?${new URLSearchParams({ q }).toString()}`)).json<{
      order: string
      cases: { id: string }[]
      page: { total: number | null }
    }>()
  expect(await find('quince -printer')).toMatchObject({ order: 'recency', cases: [{ id: old }] })
  expect((await find('case')).cases.length).toBeGreaterThan(10)
  expect(await find('silent')).toMatchObject({ order: 'relevance', cases: [{ id: silent }], page: { total: 1 } })
})
