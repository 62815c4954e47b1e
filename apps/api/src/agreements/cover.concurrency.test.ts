import type { TimeEntry } from '@timedesk/contracts/time'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { money, openVoucherDesk } from '../../test/voucher-desk.ts'

const CLIENTS = 32
const TIMEOUT_MS = 60_000
const ANY_VERSION = { 'if-match': '*' }

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>
const staff: SignedIn[] = []

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
  for (let count = 0; count < CLIENTS; count += 1) staff.push(await buildEmployee(server, { role: 'manager' }))
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

function one(index: number): SignedIn {
  const found = staff[index]
  if (found === undefined) throw new Error('There are only so many clients')
  return found
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

const send = ({ headers }: SignedIn, method: 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
  server.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...headers, ...(method === 'PATCH' && ANY_VERSION) },
    ...(payload !== undefined && { payload }),
  })

const register = (by: SignedIn, caseId: string, minutes: number, given: object = {}) =>
  send(by, 'POST', '/time-entries', { caseId, minutes, activityTypeId: SUPPORT_ACTIVITY_ID, ...given })

async function entriesOf(customerId: string): Promise<TimeEntry[]> {
  const page = await desk.succeed<{ data: TimeEntry[] }>('GET', `/time-entries?customerId=${customerId}&limit=200`)
  return page.data
}

/** What the pieces of entries drew, by pool. */
function drawnBy(entries: readonly TimeEntry[]): Map<string, number> {
  const drawn = new Map<string, number>()
  for (const { pool, units } of entries.flatMap(({ pieces }) => pieces)) {
    if (pool !== null) drawn.set(pool.id, (drawn.get(pool.id) ?? 0) + (units ?? 0))
  }
  return drawn
}

test(
  'a case that is worked on by 32 at once is rounded as one sum',
  async () => {
    const { customerId } = await desk.prepaid({
      ...{ settlement: 'time_spent', incrementMinutes: 60, roundingScope: 'case_day' },
    })
    const { id: caseId } = await buildCase(server, { customerId })

    const answers = await Promise.all(staff.map((by, index) => register(by, caseId, 1 + index)))

    expect(answers.map(({ statusCode }) => statusCode)).toEqual(staff.map(() => 201))
    const entries = await entriesOf(customerId)
    expect(sum(entries.map(({ minutes }) => minutes))).toBe(528)
    expect(sum(entries.map(({ billableMinutes }) => billableMinutes))).toBe(540)
  },
  TIMEOUT_MS,
)

test(
  'of 32 on one case one draws its unit, and of 32 cases as many as there are units',
  async () => {
    const { customerId, agreementId } = await desk.prepaid()
    const voucher = await desk.sell(agreementId, { unit: 'cases', quantity: 21, price: money('1000.00') })
    const cases = await Promise.all(staff.map(() => buildCase(server, { customerId })))
    const { id: busy } = await buildCase(server, { customerId })

    await Promise.all(staff.map((by) => register(by, busy, 10)))
    await Promise.all(staff.map((by, index) => register(by, cases[index]?.id ?? '', 10)))

    const entries = await entriesOf(customerId)
    const covered = entries.filter(({ pieces }) => pieces.some(({ kind }) => kind === 'voucher'))
    expect(covered.filter((entry) => entry.case?.id === busy)).toHaveLength(CLIENTS)
    expect(covered.filter((entry) => entry.case?.id !== busy)).toHaveLength(20)
    expect(drawnBy(entries)).toEqual(new Map([[voucher.id, 21]]))
    expect(await desk.voucher(voucher.id)).toMatchObject({ available: 0, liability: money('0.00') })
  },
  TIMEOUT_MS,
)

test(
  'time that is registered while terms change is rated by the terms that hold in the end',
  async () => {
    const { customerId, agreementId } = await desk.prepaid({ incrementMinutes: 30 })
    const first = await desk.sell(agreementId, { quantity: 200, price: money('3333.33') })
    const second = await desk.sell(agreementId, { quantity: 211, price: money('1000.01') })
    const { id: caseId } = await buildCase(server, { customerId })
    const change = (by: SignedIn, incrementMinutes: number) =>
      send(by, 'PATCH', `/agreements/${agreementId}`, { incrementMinutes })

    const answers = await Promise.all(
      staff.map((by, index) => (index % 8 === 7 ? change(by, 10 + index) : register(by, caseId, 20))),
    )
    await change(one(0), 15)

    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 201]))
    const entries = await entriesOf(customerId)
    expect(entries.map(({ billableMinutes }) => billableMinutes)).toEqual(Array.from({ length: 28 }, () => 30))
    expect(drawnBy(entries)).toEqual(
      new Map([
        [first.id, 200],
        [second.id, 211],
      ]),
    )
    expect(sum(entries.flatMap(({ pieces }) => pieces.map(({ minutes }) => minutes)))).toBe(28 * 30)
    expect(await desk.voucher(first.id)).toMatchObject({ available: 0, liability: money('0.00') })
    expect(await desk.voucher(second.id)).toMatchObject({ available: 0, recognised: money('1000.01') })
  },
  TIMEOUT_MS,
)

test(
  'changes, moves and removals among registrations leave every unit and every øre where its entry is',
  async () => {
    const { customerId, agreementId } = await desk.prepaid({ roundingScope: 'case_day', incrementMinutes: 15 })
    const other = await desk.prepaid()
    const vouchers = [
      await desk.sell(agreementId, { quantity: 300, price: money('777.77') }),
      await desk.sell(agreementId, { quantity: 400, price: money('1234.56') }),
      await desk.sell(other.agreementId, { quantity: 100, price: money('99.99') }),
    ]
    const home = await buildCase(server, { customerId })
    const away = await buildCase(server, { customerId: other.customerId })
    const mine = await Promise.all(
      staff.map(async (by, index) => (await register(by, home.id, 10 + index)).json<TimeEntry>()),
    )
    const paths = mine.map(({ id }) => `/time-entries/${id}`)
    const deeds = [
      (by: SignedIn, path: string) => send(by, 'DELETE', path),
      (by: SignedIn, path: string) => send(by, 'PATCH', path, { minutes: 33 }),
      (by: SignedIn, path: string) => send(by, 'PATCH', path, { caseId: away.id }),
      (by: SignedIn) => register(by, away.id, 7),
      (by: SignedIn, path: string) => send(by, 'PATCH', path, { workDate: '2026-02-27' }),
      (by: SignedIn) => send(by, 'PATCH', `/agreements/${other.agreementId}`, { minimumMinutes: 10 }),
    ]

    const answers = await Promise.all(
      deeds.flatMap((deed, nth) =>
        paths.flatMap((path, index) => (index % deeds.length === nth ? [deed(one(index), path)] : [])),
      ),
    )

    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 201, 204]))
    const entries = [...(await entriesOf(customerId)), ...(await entriesOf(other.customerId))]
    const drawn = drawnBy(entries)
    for (const { id, quantity } of vouchers) {
      const { available, used, recognised, liability, price } = await desk.voucher(id)
      expect([used, available]).toEqual([drawn.get(id) ?? 0, quantity - (drawn.get(id) ?? 0)])
      expect(Number(recognised.amount) + Number(liability.amount)).toBeCloseTo(Number(price.amount), 2)
    }
    const byCase = await server.database.reader.rows<{ actual: number; billable: number }>(
      Prisma.sql`SELECT sum(t.minutes)::int AS actual, sum(r.billable_minutes)::int AS billable
        FROM time_entry t JOIN time_rating r ON r.entry_id = t.id WHERE t.case_id = ${home.id}::uuid GROUP BY t.work_date`,
    )
    expect(byCase).toHaveLength(2)
    expect(byCase.map(({ billable }) => billable)).toEqual(byCase.map(({ actual }) => Math.ceil(actual / 15) * 15))
  },
  TIMEOUT_MS,
)
