import type { CaseSummary } from '@timedesk/contracts/work-list'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../../test/cases.ts'
import { buildContact, buildCustomer, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'

/** More texts than are looked up by the words' index. */
const MANY = 20_000

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let contact: Awaited<ReturnType<typeof buildContact>>
let other: string
let talkedOf: string
let noted: string
let silent: string

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
  const customerId = (await buildCustomer(server)).id
  contact = await buildContact(server, { customerId, seesAllCases: true })
  const open = async (given: Record<string, string>) => {
    server.clock.now = new Date(server.clock.now.getTime() + 1000)
    return (await openCase(server, agent, { customerId, ...given })).id
  }
  talkedOf = await open({ subject: 'First' })
  noted = await open({ subject: 'Second', description: 'Rhubarb, once.' })
  silent = await open({ subject: 'Third' })
  other = await open({ subject: 'Fourth, the printer', customerId: (await buildCustomer(server)).id })
  await send(server, agent, 'POST', `/api/v1/cases/${noted}/notes`, { body: 'The printer again.' })
  await send(server, agent, 'POST', `/api/v1/cases/${talkedOf}/replies`, { body: 'The printer is jammed.' })
  // As if most messages of a big company spoke of it.
  await server.database.reader.rows(Prisma.sql`INSERT INTO search_word (word, uses) VALUES ('printer', ${MANY})`)
})
afterAll(() => server.close())

async function search(by: SignedIn, text: string, filter: Record<string, string> = {}) {
  const base = by === agent ? '/api/v1' : '/api/extranet/v1'
  const query = new URLSearchParams({ search: text, count: 'exact', ...filter }).toString()
  const answer = await send(server, by, 'GET', `${base}/cases?${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  const { data, page } = answer.json<{ data: CaseSummary[]; page: { after: string | null; total: number } }>()
  expect(page.total).toBe(data.length + (filter.limit === undefined ? 0 : 2))
  return data.map(({ id }) => id)
}

test('a word that many messages hold finds each case once, in the order of the list', async () => {
  expect(await search(agent, 'printer')).toEqual([other, talkedOf, noted])
  expect(await search(agent, 'printe')).toEqual([other, talkedOf, noted])
  expect(await search(agent, 'printer', { sort: 'createdAt' })).toEqual([talkedOf, noted, other])
  expect(await search(agent, 'printer', { limit: '1' })).toEqual([other])
})

test('a word that few messages hold finds them among the many', async () => {
  expect(await search(agent, 'rhubarb')).toEqual([noted])
  expect(await search(agent, 'printer rhubarb')).toEqual([noted])
  expect(await search(agent, 'printer -rhubarb')).toEqual([other, talkedOf])
  expect(await search(agent, '-printer')).toEqual([silent])
})

test('a contact finds by a frequent word what was said to them, never a note', async () => {
  expect(await search(contact, 'printer')).toEqual([talkedOf])
  expect(await search(contact, 'rhubarb')).toEqual([noted])
})

test('words that are changed are found by their new form only', async () => {
  await send(server, agent, 'PATCH', `/api/v1/cases/${silent}`, { subject: 'The quince' })
  expect(await search(agent, 'quince')).toEqual([silent])
  expect(await search(agent, 'third')).toEqual([])
})
