import type { Verdict } from '@timedesk/contracts/cover'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildApiToken } from '../../test/build-api-token.ts'
import { buildCase } from '../../test/build-case.ts'
import { buildEmployee, SUPPORT_ACTIVITY_ID } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { money, openVoucherDesk } from '../../test/voucher-desk.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
})
beforeEach(async () => {
  await setLocks(null, null)
})
afterAll(() => server.close())

const preview = (payload: object) =>
  desk.succeed<Verdict>('POST', '/time-previews', { activityTypeId: SUPPORT_ACTIVITY_ID, ...payload })

const setLocks = (soft: string | null, hard: string | null) =>
  server.deps.database.transact((tx) =>
    tx.rows(Prisma.sql`UPDATE company SET soft_locked_through = ${soft}::date, hard_locked_through = ${hard}::date`),
  )

/** A voucher of four hours with half an hour used, by the half hour, and the case and entry that used it. */
async function nearlyUsed() {
  const { customerId, agreementId } = await desk.prepaid({ incrementMinutes: 30, overageRate: money('1000.00') })
  const voucher = await desk.sell(agreementId, { quantity: 240, expiresOn: '2026-12-31' })
  const { id: caseId } = await buildCase(server, { customerId })
  const entry = await desk.work(customerId, 10, { caseId })
  return { caseId, voucher, entry }
}

test('the verdict says what is billed, what pays and what is left, and writes nothing', async () => {
  const { caseId, voucher } = await nearlyUsed()
  const count = () =>
    server.database.reader.rows(
      Prisma.sql`SELECT (SELECT count(*) FROM time_entry) AS entries, (SELECT count(*) FROM pool_ledger) AS moves`,
    )
  const before = await count()

  const verdict = await preview({ caseId, minutes: 22 })

  expect(verdict).toMatchObject({
    ...{ minutes: 22, billableMinutes: 30, amount: money('0.00'), agreement: { name: 'Prepaid hours' } },
    draws: [{ pool: voucher.name, unit: 'minutes', before: 210, after: 180, expiresOn: '2026-12-31' }],
    pieces: [{ kind: 'voucher', minutes: 30, units: 30, value: money('475.00'), pool: { name: voucher.name } }],
    warnings: [],
  })
  expect(await count()).toEqual(before)
})

test('overage and a voucher that runs low are told before', async () => {
  const { caseId, voucher } = await nearlyUsed()

  const low = await preview({ caseId, minutes: 180 })
  const over = await preview({ caseId, minutes: 240 })

  expect(low.warnings).toEqual([{ kind: 'nearly_empty', pool: voucher.name, percentUsed: 87 }])
  expect(over).toMatchObject({ amount: money('500.00'), draws: [{ before: 210, after: 0 }] })
  expect(over.warnings).toEqual([
    { kind: 'overage', minutes: 30, policy: 'bill' },
    { kind: 'nearly_empty', pool: voucher.name, percentUsed: 100 },
  ])
})

test('a change of an entry is judged as if the entry were not there', async () => {
  const { entry, voucher } = await nearlyUsed()

  const same = await preview({ entryId: entry.id, minutes: 10 })
  const longer = await preview({ entryId: entry.id, minutes: 240 })
  const another = await preview({ entryId: entry.id, minutes: 240, isBillable: false })

  expect(same.draws).toMatchObject([{ pool: voucher.name, before: 240, after: 210 }])
  expect(longer).toMatchObject({ billableMinutes: 240, amount: money('0.00'), draws: [{ before: 240, after: 0 }] })
  expect(another).toMatchObject({ billableMinutes: 0, draws: [] })
})

test('work over midnight is judged by its days together', async () => {
  const { caseId } = await nearlyUsed()

  const verdict = await preview({ caseId, startedAt: '2026-03-02T22:50:00.000Z', endedAt: '2026-03-02T23:10:00.000Z' })

  expect(verdict).toMatchObject({ minutes: 20, billableMinutes: 60, draws: [{ before: 210, after: 150 }] })
})

test('other work at the same time is told of by its name', async () => {
  const { caseId } = await nearlyUsed()
  const agent = await buildEmployee(server, { role: 'finance' })
  const ask = async (path: string, payload: object) =>
    (
      await server.app.inject({
        ...{ method: 'POST', url: `/api/v1${path}`, headers: agent.headers },
        payload: { activityTypeId: SUPPORT_ACTIVITY_ID, caseId, ...payload },
      })
    ).json<Verdict>()
  const clock = { startedAt: '2026-03-02T08:00:00.000Z', endedAt: '2026-03-02T09:00:00.000Z' }
  await ask('/time-entries', clock)

  const verdict = await ask('/time-previews', {
    startedAt: '2026-03-02T08:30:00.000Z',
    endedAt: '2026-03-02T09:30:00.000Z',
  })

  const { number, subject } = await desk.succeed<{ number: number; subject: string }>('GET', `/cases/${caseId}`)
  expect(verdict.warnings).toEqual([{ kind: 'overlap', ...clock, name: `#${String(number)} ${subject}` }])
})

test('closed books are told of: late work, a closed week, an entry that is locked', async () => {
  const { caseId, entry } = await nearlyUsed()
  await setLocks('2026-03-03', '2026-03-03')
  const agent = await buildEmployee(server)
  await server.deps.database.transact((tx) =>
    tx.weekSheet.create({ data: { employeeId: agent.id, monday: new Date('2026-03-02'), state: 'approved' } }),
  )

  const late = await preview({ caseId, minutes: 5, employeeId: agent.id })
  const locked = await preview({ entryId: entry.id, minutes: 5 })

  expect(late.warnings).toEqual([{ kind: 'week_closed' }, { kind: 'late', bookedOn: '2026-03-04' }])
  expect(locked.warnings).toEqual([{ kind: 'period_locked', through: '2026-03-03' }])
})

test('who may not read agreements sees minutes only', async () => {
  const { caseId } = await nearlyUsed()
  const owner = await buildEmployee(server)
  const { headers } = await buildApiToken(server, owner, ['time:read', 'time:write'])

  const answer = await server.app.inject({
    ...{ method: 'POST', url: '/api/v1/time-previews', headers },
    payload: { caseId, minutes: 240, activityTypeId: SUPPORT_ACTIVITY_ID },
  })

  expect(answer.json()).toEqual({
    ...{ minutes: 240, billableMinutes: 240, amount: null, pieces: [], draws: [], agreement: null, warnings: [] },
    explanation: [{ step: 'rounded', actual: 240, increment: 30, minimum: 0, billable: 240 }],
  })
})

test('an entry that does not exist cannot be judged', async () => {
  const answer = await desk.send('POST', '/time-previews', {
    ...{ entryId: newId(), minutes: 5, activityTypeId: SUPPORT_ACTIVITY_ID },
  })

  expect(answer.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/entryId' }] })
})
