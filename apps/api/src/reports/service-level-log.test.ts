import type { ServiceLevelCase, ServiceLevelRow } from '@timedesk/contracts/service-levels'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCsv, startImportServer, type ImportServer } from '../../test/build-import.ts'
import { send } from '../../test/cases.ts'
import { buildEmployee, type SignedIn } from '../../test/factories.ts'
import { csvOf, figuresOf, timesOfTickets, writeTickets } from '../../test/log-of-tickets.ts'

const TICKETS = 300
const YEAR = 'from=2012-01-01&to=2012-12-31'

let server: ImportServer
let close: () => Promise<void>
let lead: SignedIn
const rows = writeTickets(TICKETS)
const expected = timesOfTickets(rows)

/** A log of another help desk, made here, with everything that such logs do. */
beforeAll(async () => {
  server = await startImportServer((end) => {
    close = end
  })
  lead = await buildEmployee(server, { role: 'lead' })
  expect(await importCsv(server, csvOf(rows))).toMatchObject({ created: TICKETS, refused: 0 })
})
afterAll(() => close())

const read = async <Body>(path: string) => {
  const answer = await send(server, lead, 'GET', `/api/v1/reports/service-levels${path}`)
  expect(answer.statusCode).toBe(200)
  return answer.json<Body>()
}

async function readCases(query = ''): Promise<ServiceLevelCase[]> {
  type Page = { data: ServiceLevelCase[]; page: { after: string | null } }
  const cases: ServiceLevelCase[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: Page = await read<Page>(`/cases?${YEAR}&limit=120${query}${after === '' ? '' : `&after=${after}`}`)
    cases.push(...page.data)
    after = page.page.after
  }
  return cases
}

const minutes = (ms: number | null) => (ms === null ? null : Number((ms / 60_000).toFixed(2)))
const numbers = (values: (number | null)[]) => values.filter((value) => value !== null)

test('response and resolution of each imported case are what its rows say', async () => {
  const cases = await readCases()

  const told = cases.map((one) => [
    ...[one.externalReference, one.priority.name, one.responseMinutes, one.resolutionMinutes],
    one.resolvedAt === null ? null : one.pausedMinutes,
  ])
  const said = [...expected].map(([ticket, { priority, response, resolution, paused }]) => [
    ...[ticket, priority, minutes(response), minutes(resolution), minutes(paused)],
  ])
  expect(told.toSorted(byTicket)).toEqual(said.toSorted(byTicket))
  // That the log was worth it: solved, unsolved and unanswered cases, with and without pauses.
  expect(
    new Set(said.map(([, , ...times]) => times.map((time) => time === null || time === 0).join(' '))).size,
  ).toBeGreaterThan(5)
})

function byTicket([one]: unknown[], [other]: unknown[]): number {
  return String(one) < String(other) ? -1 : 1
}

test('by priority, the report has their mean, median and ninth tenth', async () => {
  const { data, totals } = await read<{ data: ServiceLevelRow[]; totals: ServiceLevelRow }>(`?${YEAR}&by=priority`)

  const own = (name: string | null) =>
    [...expected.values()].filter(({ priority }) => name === null || priority === name)
  const figures = (name: string | null) => ({
    cases: own(name).length,
    response: figuresOf(numbers(own(name).map(({ response }) => response))),
    resolution: figuresOf(numbers(own(name).map(({ resolution }) => resolution))),
    pausedMinutes: minutes(numbers(own(name).map(({ paused }) => paused)).reduce((sum, ms) => sum + ms, 0)),
  })
  expect(data.map(({ name }) => name)).toEqual(['Critical', 'High', 'Normal', 'Low'])
  for (const row of data) expect(row).toMatchObject(figures(row.name))
  expect(totals).toMatchObject(figures(null))
})

test('a page of cases goes on where the one before ended, and a row opens to its cases', async () => {
  const all = await readCases()
  const { data } = await read<{ data: ServiceLevelRow[] }>(`?${YEAR}&by=month`)

  expect(new Set(all.map((one) => one.case.id)).size).toBe(TICKETS)
  expect(data.map(({ name }) => name)).toEqual(['2012-01', '2012-07'])
  for (const { key, cases } of data) expect(await readCases(`&by=month&key=${key}`)).toHaveLength(cases)
  expect(await read(`/cases?${YEAR}&limit=1&count=exact`)).toMatchObject({ page: { total: TICKETS, hasMore: true } })
})
