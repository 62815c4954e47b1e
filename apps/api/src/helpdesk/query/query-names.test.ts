import type { CaseView } from '@timedesk/contracts/case-views'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/cases.ts'
import { buildContact, buildCustomer, buildEmployee } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { openQueryDesk } from '../../../test/query-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openQueryDesk>>
/** Ids of customers by name. */
let customers: Record<string, string>

const names = ['Nordlys Energi', 'Nordlys Bogføring A/S', 'Energi Nord', 'Nordlys', 'Ærøskøbing Havn', 'Kommunen']

beforeAll(async () => {
  server = await startServer()
  desk = await openQueryDesk(server)
  customers = {}
  for (const name of names) customers[name] = (await buildCustomer(server, { name })).id
})
afterAll(() => server.close())

/** Names of the customers whose cases a query finds, of all that were opened. */
async function customersOf(q: string): Promise<string[]> {
  const query = new URLSearchParams({ q, sort: 'number' }).toString()
  const answer = await send(server, desk.agent, 'GET', `/api/v1/cases?${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ data: { customer: { name: string } }[] }>().data.map(({ customer }) => customer.name)
}

test('a customer is meant by its whole name, or else by the beginnings of words in it', async () => {
  for (const name of names.slice(0, 5)) await desk.open({ customerId: customers[name], subject: name })
  const asked: [string, string[]][] = [
    ['customer:nordlys', ['Nordlys']],
    ['customer:nordl', ['Nordlys Energi', 'Nordlys Bogføring A/S', 'Nordlys']],
    ['customer:ener', ['Nordlys Energi', 'Energi Nord']],
    ['customer:"nord ener"', ['Nordlys Energi', 'Energi Nord']],
    ['customer:bogforing', ['Nordlys Bogføring A/S']],
    ['customer:AEROE', ['Ærøskøbing Havn']],
    ['customer:ener -customer:nordl', ['Energi Nord']],
    ['customer:havn,bogf', ['Nordlys Bogføring A/S', 'Ærøskøbing Havn']],
  ]
  for (const [q, expected] of asked) expect(await customersOf(`${q} -subject:kohlrabi`), q).toEqual(expected)
})

test('so are people, departments, statuses, priorities and contacts', async () => {
  const mette = await buildEmployee(server, { name: 'Mette Holm' })
  const bo = await buildEmployee(server, { name: 'Bo Søndergård' })
  const contact = await buildContact(server, { customerId: desk.customerId, name: 'Annika Åkesson' })
  const one = await desk.open({ responsibleId: mette.id, contactId: contact.id })
  const other = await desk.open({ responsibleId: bo.id })
  await desk.succeed('PUT', `/cases/${other.id}/following`, {}, mette)

  expect(await desk.find('responsible:mette')).toEqual([one.id])
  expect(await desk.find('responsible:sonderg')).toEqual([other.id])
  expect(await desk.find('follower:mette')).toEqual([other.id])
  expect(await desk.find('contact:annika contact:akes')).toEqual([one.id])
  expect(await desk.find('responsible:mette,bo department:supp priority:norm')).toEqual([one.id, other.id])
  expect(await desk.find('responsible:mette,bo status:"waiting cust"')).toEqual([])
})

test.for([
  ['customer:nordlsy', 'value_unknown', 'nordlsy', 'Nordlys'],
  ['customer:"nordlys engeri"', 'value_unknown', '"nordlys engeri"', '"Nordlys Energi"'],
  ['customer:kommnuen', 'value_unknown', 'kommnuen', 'Kommunen'],
  ['status:opne', 'value_unknown', 'opne', 'open'],
  ['status:slved', 'value_unknown', 'slved', 'solved'],
  ['priority:nromal', 'value_unknown', 'nromal', 'Normal'],
  ['responsible:anan', 'value_unknown', 'anan', '"Anna Holm"'],
  ['department:suport', 'value_unknown', 'suport', 'Support'],
] as const)('%s is refused, and what was likely meant stands first', async ([q, code, where, expected]) => {
  const { status, problems } = await desk.problemsOf(q)
  const [[, , offered] = ['', '', []]] = problems

  expect([status, problems.map(([own, place]) => [own, place])]).toEqual([422, [[code, where]]])
  expect(offered[0]).toBe(expected)
})

test('at most five names are offered, and a beginning of too many names is refused', async () => {
  const { problems } = await desk.problemsOf('customer:nordlsyen')
  expect(problems[0]?.[2].length).toBeLessThanOrEqual(5)
  await server.database.reader.rows(Prisma.sql`INSERT INTO customer (id, name)
    SELECT gen_random_uuid(), 'Vandværk ' || n FROM generate_series(1, 201) n`)

  expect((await desk.problemsOf('customer:vandv')).problems).toMatchObject([['value_vague', 'vandv', { length: 5 }]])
  expect((await desk.problemsOf('stauts:open customer:vandvrak due:soon')).problems.map(([code]) => code)).toEqual([
    'key_unknown',
    'value_unknown',
    'moment_refused',
  ])
})

test('a view keeps those that a beginning means when it is saved, and refuses more than it can hold', async () => {
  const save = (query: string) =>
    send(server, desk.agent, 'POST', '/api/v1/case-views', { name: newId(), scope: 'private', query })
  const view = (await save('customer:energ')).json<CaseView>()
  await desk.open({ customerId: (await buildCustomer(server, { name: 'Energicenter Syd' })).id })

  expect(view.query.split(/[:,]/u).toSorted()).toEqual(['"Energi Nord"', '"Nordlys Energi"', 'customer'])
  expect(new Set(await customersOf(view.query))).toEqual(new Set(['Nordlys Energi', 'Energi Nord']))
  expect(new Set(await customersOf('customer:energ'))).toEqual(
    new Set(['Nordlys Energi', 'Energi Nord', 'Energicenter Syd']),
  )
  expect((await save('customer:vandværk,"Nordlys"')).json()).toMatchObject({ code: 'query_refused' })
  await server.database.reader.rows(Prisma.sql`DELETE FROM customer WHERE name LIKE 'Vandværk 1%'`)
  expect((await save('customer:vandv')).json()).toMatchObject({ errors: [{ code: 'query_too_long' }] })
})

test('so many names ask for too much', async () => {
  const some = (count: number) =>
    `customer:${Array.from({ length: count }, (_, index) => `n${String(index)}`).join(',')}`
  expect((await desk.problemsOf(some(51))).problems).toMatchObject([['query_too_long', some(51), []]])
  expect((await desk.problemsOf(`${some(2)} contact:x`)).problems).toHaveLength(3)
})

test('marks by themselves ask for nothing, and a tag that no case has finds nothing', async () => {
  const all = await customersOf('')
  for (const q of ['-', '– &', '"!"', '(- or tag:nope)']) expect(await customersOf(q), q).toEqual(all)
  expect(await desk.find('tag:nope')).toEqual([])
  expect((await desk.problemsOf('or')).problems).toEqual([['words_missing', 'or', []]])
})
