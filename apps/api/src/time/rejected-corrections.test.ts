import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildPrepaid, buildVoucher } from '../../test/build-cover.ts'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'

type Entry = { id: string; minutes: number; pieces: { kind: string; minutes: number; units: number | null }[] }

let server: Awaited<ReturnType<typeof startServer>>
let lead: SignedIn
let agent: SignedIn
let customerId: string
let caseId: string
let poolId: string

beforeAll(async () => {
  server = await startServer()
  lead = await buildEmployee(server, { role: 'lead' })
  await query('UPDATE company SET approves_time = true')
})
beforeEach(async () => {
  agent = await buildEmployee(server)
  customerId = (await buildCustomer(server)).id
  const { id: agreementId } = await buildPrepaid(server, { customerId })
  poolId = (await buildVoucher(server, { customerId, agreementId, units: 100, price: 200_000 })).id
  caseId = (await buildCase(server, { customerId })).id
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await query('UPDATE company SET soft_locked_through = NULL, hard_locked_through = NULL')
})
afterAll(() => server.close())

const send = (by: SignedIn, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) =>
  server.app.inject({ method, url: `/api/v1${path}`, headers: by.headers, ...(payload && { payload }) })
const query = async <Row>(text: string, ...values: unknown[]) =>
  (await server.database.pool.query<Row & Record<string, unknown>>(text, values)).rows
const register = async (minutes: number, workDate = '2026-02-24') =>
  (
    await send(agent, 'POST', '/time-entries', { caseId, activityTypeId: SUPPORT_ACTIVITY_ID, workDate, minutes })
  ).json<Entry>()
const read = async (id: string) => (await send(lead, 'GET', `/time-entries/${id}`)).json<Entry>()
const correct = async (id: string, minutes: number) =>
  (await send(agent, 'POST', `/time-entries/${id}/corrections`, { minutes, reason: 'Mistyped.' })).json<Entry>()
const reject = (id: string) =>
  send(lead, 'PUT', `/time-entries/${id}/approval`, { verdict: 'rejected', reason: 'It was right.' })
const balance = async () => {
  const [pool] = await query<{ balance: number; liability: number }>(
    'SELECT balance::int, liability::int FROM cover_pool WHERE id = $1',
    poolId,
  )
  return [pool?.balance, pool?.liability]
}
const worthOf = (id: string) => query('SELECT * FROM time_rating WHERE entry_id = $1', id)

/** Minutes of an approved week, drawn from the voucher. */
async function approved(minutes: number) {
  const entry = await register(minutes)
  await send(agent, 'PUT', `/employees/${agent.id}/weeks/2026-02-23/submission`)
  await send(lead, 'PUT', `/employees/${agent.id}/weeks/2026-02-23/decision`, { verdict: 'approved' })
  return entry
}

test.for([
  ['an open period', null],
  ['a closed period', '2026-02-28'],
] as const)('rejected in %s, a correction is gone, and the original is what it was, draw and all', async ([, lock]) => {
  const { id } = await approved(60)
  const worth = await worthOf(id)
  await query('UPDATE company SET soft_locked_through = $1, hard_locked_through = $1', lock)
  expect(await balance()).toEqual([40, 80_000])
  const replacement = await correct(id, 20)
  expect(replacement.pieces).toMatchObject([{ kind: 'voucher', minutes: 20, units: 20 }])
  expect(await balance()).toEqual([80, 160_000])

  const rejected = await reject(replacement.id)

  expect(rejected.statusCode, rejected.body).toBe(204)
  expect(await balance()).toEqual([40, 80_000])
  expect(await worthOf(id)).toEqual(worth)
  expect(await read(id)).toMatchObject({
    minutes: 60,
    isCorrected: false,
    can: { correct: true },
    pieces: [{ kind: 'voucher', minutes: 60, units: 60 }],
  })
  expect((await send(lead, 'GET', `/time-entries/${replacement.id}`)).statusCode).toBe(404)
  const [event] = await query(
    "SELECT payload FROM event WHERE case_id = $1 AND type = 'time.correction_decided'",
    caseId,
  )
  expect(event).toEqual({ payload: { entryId: id, verdict: 'rejected', reason: 'It was right.' } })
})

test('rejected by its reversal, a correction is gone as well, and can be made anew', async () => {
  const { id } = await approved(60)
  await correct(id, 0)
  const [reversal] = await query<{ id: string }>('SELECT id FROM time_entry WHERE corrects_id = $1', id)
  expect(await balance()).toEqual([100, 200_000])

  await reject(reversal?.id ?? '')
  expect(await balance()).toEqual([40, 80_000])

  expect(await correct(id, 30)).toMatchObject({ minutes: 30, pieces: [{ kind: 'voucher', units: 30 }] })
  expect(await balance()).toEqual([70, 140_000])
})

test('units that were used meanwhile are not drawn twice', async () => {
  const { id } = await approved(60)
  const replacement = await correct(id, 20)
  const other = await register(75, '2026-03-02')
  expect(other.pieces).toMatchObject([{ kind: 'voucher', minutes: 75, units: 75 }])
  expect(await balance()).toEqual([5, 10_000])

  const rejected = await reject(replacement.id)

  expect(rejected.statusCode, rejected.body).toBe(204)
  expect(await read(id)).toMatchObject({
    pieces: [
      { kind: 'voucher', units: 25 },
      { kind: 'overage', minutes: 35 },
    ],
  })
  expect(await balance()).toEqual([0, 0])
})

test('a case that other work covers meanwhile is not drawn for twice', async () => {
  const { id: otherId } = await buildCustomer(server)
  const { id: agreementId } = await buildPrepaid(server, { customerId: otherId })
  const cases = { customerId: otherId, agreementId, unit: 'cases', units: 20, price: 1_500_000 } as const
  poolId = (await buildVoucher(server, cases)).id
  caseId = (await buildCase(server, { customerId: otherId })).id
  const first = await approved(60)
  const second = await register(30, '2026-03-02')
  const unitsOf = async () =>
    (await Promise.all([first, second].map(({ id }) => read(id)))).flatMap(({ pieces }) =>
      pieces.map(({ units }) => units),
    )
  expect(await unitsOf()).toEqual([1, 0])
  const reversal = await correct(first.id, 0)
  expect(await balance()).toEqual([19, 1_425_000])
  expect(await unitsOf()).toEqual([1, 1])

  expect((await reject(reversal.id)).statusCode).toBe(204)

  expect(await unitsOf()).toEqual([0, 1])
  expect(await balance()).toEqual([19, 1_425_000])
})

test('in a closed period a correction whose units are gone is not rejected: it stands', async () => {
  const { id } = await approved(60)
  await query("UPDATE company SET soft_locked_through = '2026-02-28', hard_locked_through = '2026-02-28'")
  const replacement = await correct(id, 20)
  await register(75, '2026-03-02')

  const rejected = await reject(replacement.id)

  expect(rejected.json()).toMatchObject({ code: 'correction_refused' })
  expect(await read(replacement.id)).toMatchObject({ minutes: 20, state: 'submitted' })
  expect(await balance()).toEqual([5, 10_000])
})

test('a correction that was booked in a period closed since is not rejected any more, but approved', async () => {
  const { id } = await approved(60)
  const replacement = await correct(id, 20)
  await query("UPDATE company SET soft_locked_through = '2026-03-02', hard_locked_through = '2026-03-02'")

  expect((await reject(replacement.id)).json()).toMatchObject({ code: 'period_locked' })
  const approval = await send(lead, 'PUT', `/time-entries/${replacement.id}/approval`, { verdict: 'approved' })

  expect(approval.statusCode, approval.body).toBe(204)
  expect(await read(replacement.id)).toMatchObject({ state: 'approved' })
})
