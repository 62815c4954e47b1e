import type { Case } from '@timedesk/contracts/cases'
import type { CaseSummary, WorkCounts } from '@timedesk/contracts/work-list'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCase, reportCase, send } from '../../test/cases.ts'
import {
  buildContact,
  buildCustomer,
  buildEmployee,
  NORMAL_PRIORITY_ID,
  statusId,
  SUPPORT_DEPARTMENT_ID,
  type SignedIn,
} from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { collectWords } from './search/collect-words.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { newId } from '../platform/new-id.ts'

type Listed = { data: CaseSummary[]; page: { after: string | null; hasMore: boolean; total?: number } }

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let customerId: string

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
})
beforeEach(async () => {
  customerId = (await buildCustomer(server)).id
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const tick = () => (server.clock.now = new Date(server.clock.now.getTime() + 1000))
const open = (given: Record<string, unknown> = {}) => {
  tick()
  return openCase(server, agent, { customerId, ...given })
}
const fetchPage = async (query: Record<string, string>) => {
  const answer = await send(server, agent, 'GET', `/api/v1/cases?${new URLSearchParams(query).toString()}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Listed>()
}
const find = async (query: Record<string, string>) =>
  (await fetchPage({ customerId, ...query })).data.map(({ id }) => id)
const search = async (text: string) => find({ search: text })

test.each(['-lastActivityAt', '-createdAt', 'createdAt', 'deadline', 'priority'])(
  'sorted by %s, pages hold each case once, whatever comes in between',
  async (sort) => {
    const given = [
      {},
      { deadline: '2026-04-01T09:00:00.000Z' },
      { priorityId: '00000000-0000-7000-8000-000000000011' },
      { deadline: '2026-04-01T09:00:00.000Z', priorityId: '00000000-0000-7000-8000-000000000014' },
      { deadline: '2026-03-20T09:00:00.000Z' },
    ]
    const opened: string[] = []
    for (const one of given) opened.push((await open(one)).id)
    const expected = await find({ sort })

    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Listed = await fetchPage({ customerId, sort, limit: '2', ...(after !== null && { after }) })
      seen.push(...page.data.map(({ id }) => id))
      after = page.page.after
      await open({ deadline: '2026-03-03T09:00:00.000Z', priorityId: '00000000-0000-7000-8000-000000000011' })
    } while (after !== null)

    expect([...expected].sort()).toEqual([...opened].sort())
    expect(seen.filter((id) => expected.includes(id))).toEqual(expected)
    expect(new Set(seen).size).toBe(seen.length)
  },
)

test('deadlines come soonest first, cases without one last', async () => {
  const none = await open()
  const later = await open({ deadline: '2026-04-01T09:00:00.000Z' })
  const sooner = await open({ deadline: '2026-03-20T09:00:00.000Z' })

  expect(await find({ sort: 'deadline' })).toEqual([sooner.id, later.id, none.id])
})

test('a cursor of another filter or another reader is refused', async () => {
  for (let index = 0; index < 2; index += 1) await open()
  const { page } = await fetchPage({ customerId, limit: '1' })
  const other = await buildEmployee(server)

  for (const [by, query] of [
    [agent, 'limit=1'],
    [other, `customerId=${customerId}&limit=1`],
  ] as const) {
    const refused = await send(server, by, 'GET', `/api/v1/cases?${query}&after=${page.after ?? ''}`)
    expect(refused.json()).toMatchObject({ code: 'invalid_cursor' })
  }
})

test('search finds number, subject, reference, product, customer, dialogue and notes', async () => {
  const named = await buildCustomer(server, { name: 'Nordlys Software' })
  const one = await open({ subject: 'Rhubarb report', externalReference: 'INC-4711', product: 'Ledger' })
  const two = await openCase(server, agent, {
    customerId: named.id,
    subject: 'Other',
    description: 'The kohlrabi fails.',
  })
  await send(server, agent, 'POST', `/api/v1/cases/${one.id}/notes`, { body: 'It is the zucchini.' })
  await collectWords(server.database)

  for (const text of [
    `#${String(one.number)}`,
    String(one.number),
    'rhubarb',
    'rhub',
    'RHUBARB rep',
    'INC-4711',
    'ledger',
    'zucch',
  ])
    expect(await search(text), text).toEqual([one.id])
  const foundEverywhere = async (text: string) => (await fetchPage({ search: text })).data.map(({ id }) => id)
  for (const text of ['nordlys', 'ordlys soft', 'kohlr', '"the kohlrabi"', 'kohlrabi -rhubarb'])
    expect(await foundEverywhere(text), text).toEqual([two.id])
  for (const text of ['rhubarb kohlrabi', '"report rhubarb"', 'rhubarb -report', '99999999999', '%'])
    expect(await search(text), text).toEqual([])
})

test.each([
  '& | ! :* <->',
  '|',
  "'",
  '"',
  '"open',
  'a:*',
  ':*',
  '!',
  '((',
  '\\',
  '%_',
  '<->',
  'or',
  'a or',
  '-',
  '½',
  '🙂',
  'a 🙂',
  "o'br",
  'x\ty',
  '#',
  '#0',
  '-1',
  '1e3',
])('searching for %j is answered', async (text) => {
  const contact = await buildContact(server)
  for (const [by, base] of [
    [agent, '/api/v1'],
    [contact, '/api/extranet/v1'],
  ] as const) {
    const answer = await send(server, by, 'GET', `${base}/cases?search=${encodeURIComponent(text)}`)
    expect(answer.statusCode, answer.body).toBe(200)
  }
})

test('filters narrow the list, each by itself', async () => {
  const contact = await buildContact(server, { customerId })
  const other = await buildEmployee(server)
  const department = newId()
  await server.database.transact((tx) =>
    tx.department.create({ data: { id: department, name: 'Hosting', parentId: SUPPORT_DEPARTMENT_ID } }),
  )
  const mine = await open({ responsibleId: agent.id, tags: ['printing', 'printing', 'urgent'] })
  const below = await open({ departmentId: department, contactId: contact.id })
  const done = await open({ responsibleId: other.id, priorityId: '00000000-0000-7000-8000-000000000012' })
  await send(server, agent, 'PUT', `/api/v1/cases/${done.id}/status`, { statusId: statusId.solved })
  const reported = await reportCase(server, contact)
  const all = [mine.id, below.id, done.id, reported.id]

  const cases: [Record<string, string>, string[]][] = [
    [{ responsible: 'me' }, [mine.id]],
    [{ responsible: other.id }, [done.id]],
    [{ responsible: 'none' }, [below.id, reported.id]],
    [{ isActive: 'true' }, [mine.id, below.id, reported.id]],
    [{ isActive: 'false' }, [done.id]],
    [{ status: 'solved,closed' }, [done.id]],
    [{ department: 'mine' }, all],
    [{ department }, [below.id]],
    [{ contactId: contact.id }, [below.id, reported.id]],
    [{ priorityId: NORMAL_PRIORITY_ID }, [mine.id, below.id, reported.id]],
    [{ tag: 'printing' }, [mine.id]],
    [{ unread: 'true' }, [reported.id]],
    [{ unread: 'false' }, [mine.id, below.id, done.id]],
    [{ typeId: newId() }, []],
    [{ projectId: newId() }, []],
  ]
  for (const [query, expected] of cases)
    expect((await find(query)).sort(), JSON.stringify(query)).toEqual([...expected].sort())
  expect(await fetchPage({ customerId, limit: '1', count: 'exact' })).toMatchObject({
    page: { total: 4, hasMore: true },
  })
  const tags = await send(server, agent, 'GET', '/api/v1/tags?search=print')
  expect(tags.json()).toEqual({ data: ['printing'] })
})

test('the counts of work are those of the lists, and stop at a hundred', async () => {
  const loner = await buildEmployee(server)
  const count = async (by: SignedIn) => (await send(server, by, 'GET', '/api/v1/case-counts')).json<WorkCounts>()
  const before = await count(loner)
  await open({ responsibleId: loner.id })
  const closed: Case = await open({ responsibleId: loner.id })
  await send(server, agent, 'PUT', `/api/v1/cases/${closed.id}/status`, { statusId: statusId.solved })

  expect(await count(loner)).toEqual({ ...before, mine: 1, department: before.department + 1, all: before.all + 1 })
  for (let index = 0; index < 101; index += 1) await open({ responsibleId: loner.id })
  expect(await count(loner)).toMatchObject({ mine: 100, all: 100 })
})
