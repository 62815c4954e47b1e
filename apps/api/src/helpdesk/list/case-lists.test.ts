import { CaseGroup, CaseSort, type ListedCase } from '@timedesk/contracts/work-list'
import { formatQuery } from '@timedesk/domain/query/format-query'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyListQuery } from '../../../test/any-list-query.ts'
import { send } from '../../../test/cases.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { holdsFor, inOrder } from '../../../test/list-oracle.ts'
import { buildListWorld, type ListWorld } from '../../../test/list-world.ts'

type Listed = { data: ListedCase[]; page: { after: string | null; total?: number } }

let server: Awaited<ReturnType<typeof startServer>>
let world: ListWorld

beforeAll(async () => {
  server = await startServer()
  world = await buildListWorld(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

async function fetchPage(query: Record<string, string>): Promise<Listed> {
  const answer = await send(server, world.agent, 'GET', `/api/v1/cases?${new URLSearchParams(query).toString()}`)
  expect(answer.statusCode, `${query.q ?? ''} ${answer.body}`).toBe(200)
  return answer.json<Listed>()
}

/** All pages of a list, one after the other. */
async function fetchAll(query: Record<string, string>): Promise<{ id: string; group: string | null }[]> {
  const seen: { id: string; group: string | null }[] = []
  let after: string | null = null
  do {
    const page: Listed = await fetchPage({ ...query, ...(after !== null && { after }) })
    seen.push(...page.data.map(({ id, group }) => ({ id, group: group?.key ?? null })))
    after = page.page.after
  } while (after !== null)
  return seen
}

type Way = { sort: CaseSort; group: CaseGroup | undefined }

const ways: Way[] = [
  ...CaseSort.options.map((sort) => ({ sort, group: undefined })),
  ...CaseGroup.options.flatMap((group) => (['due', '-customer'] as const).map((sort) => ({ sort, group }))),
]

test.for(ways)(
  'sorted by $sort in groups of $group, pages hold each case once and in order',
  async ({ sort, group }) => {
    const found = await fetchAll({ sort, limit: '7', ...(group !== undefined && { group }) })

    expect(found).toEqual(inOrder(world.cases, sort, group, server.clock.now.getTime()))
  },
)

test('any query finds what a slow list finds, whatever it is sorted by', async () => {
  const anyList = fc.record({
    query: anyListQuery(world),
    sort: fc.constantFrom(...CaseSort.options),
    group: fc.constantFrom(undefined, ...CaseGroup.options),
    limit: fc.integer({ min: 2, max: 40 }),
  })
  let found = 0
  await fc.assert(
    fc.asyncProperty(anyList, async ({ query, sort, group, limit }) => {
      const now = server.clock.now.getTime()
      const matching = world.cases.filter((one) => holdsFor(query, one, world, now))
      const asked = { q: formatQuery(query), sort, ...(group !== undefined && { group }) }
      expect(await fetchAll({ ...asked, limit: String(limit) })).toEqual(inOrder(matching, sort, group, now))
      if (matching.length > 0 && matching.length < world.cases.length) found += 1
    }),
    { numRuns: 120 },
  )
  expect(found).toBeGreaterThan(30)
})

test('text and other filters hold together, and are counted together', async () => {
  const { data, page } = await fetchPage({ q: 'is:active', responsible: 'me', count: 'exact' })

  expect(data.length).toBeGreaterThan(0)
  expect(page.total).toBe(data.length)
  for (const { responsible, status } of data) {
    expect(responsible?.id).toBe(world.agent.id)
    expect(['solved', 'closed', 'cancelled']).not.toContain(status.category)
  }
})

test('groups of dues go by the moment of the first page, and their names by the reader', async () => {
  const first = await fetchPage({ group: 'due', sort: 'number', limit: '5' })
  const before = server.clock.now
  server.clock.now = new Date(before.getTime() + 5 * 60 * 1000)
  const rest = await fetchPage({ group: 'due', sort: 'number', limit: '200', after: first.page.after ?? '' })
  server.clock.now = before

  const seen = [...first.data, ...rest.data].map(({ id, group }) => ({ id, group: group?.key ?? null }))
  expect(seen).toEqual(inOrder(world.cases, 'number', 'due', before.getTime()))
  expect(first.data[0]?.group?.name).toBeNull()
})
