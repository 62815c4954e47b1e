import type { TimeEntry } from '@timedesk/contracts/time'
import type { LedgerRow } from '@timedesk/contracts/vouchers'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildCase } from '../../../test/build-case.ts'
import { buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { money, openVoucherDesk } from '../../../test/voucher-desk.ts'
import { newId } from '../../platform/new-id.ts'

const CLIENTS = 32
const TIMEOUT_MS = 60_000
const reason = 'Agreed on the phone.'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
})
beforeEach(() => {
  desk.on('2026-03-02')
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
const unitsOf = (rows: LedgerRow[], ...kinds: LedgerRow['kind'][]) =>
  sum(rows.filter(({ kind }) => kinds.includes(kind)).map(({ units }) => units))

/** So many people at once, each of them signed in. */
async function clients(): Promise<SignedIn[]> {
  return Promise.all(Array.from({ length: CLIENTS }, () => buildEmployee(server, { role: 'manager' })))
}

const post = ({ headers }: SignedIn, path: string, payload?: object, key?: string) =>
  server.app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: { ...headers, ...(key !== undefined && { 'idempotency-key': key }) },
    ...(payload !== undefined && { payload }),
  })

/** Registers time as somebody, on one case of the customer. */
async function worker(customerId: string) {
  const { id: caseId } = await buildCase(server, { customerId })
  return (by: SignedIn, minutes: number, given: object = {}) =>
    post(by, '/time-entries', { caseId, minutes, activityTypeId: SUPPORT_ACTIVITY_ID, ...given })
}

test(
  'of 32 who draw at once all get what there is, to the minute, and the rest is overage',
  async () => {
    const { customerId, agreementId } = await desk.prepaid()
    const { id } = await desk.sell(agreementId, { quantity: 500, price: money('1000.00') })
    const work = await worker(customerId)

    const answers = await Promise.all((await clients()).map((by, index) => work(by, 10 + index)))

    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: CLIENTS }, () => 201))
    const pieces = answers.flatMap((answer) => answer.json<TimeEntry>().pieces)
    const minutesOf = (wanted: string) =>
      sum(pieces.filter(({ kind }) => kind === wanted).map(({ minutes }) => minutes))
    expect([minutesOf('voucher'), minutesOf('overage')]).toEqual([500, 816 - 500])
    expect(await desk.voucher(id)).toMatchObject({ available: 0, used: 500, liability: money('0.00') })
    expect(Math.min(...(await desk.ledger(id)).map(({ balanceAfter }) => balanceAfter))).toBe(0)
  },
  TIMEOUT_MS,
)

test(
  'draws, adjustments, transfers and a cancellation at once leave every unit and every øre somewhere',
  async () => {
    const { customerId, agreementId } = await desk.prepaid({ overagePolicy: 'approve' })
    const first = await desk.sell(agreementId, { expiresOn: '2026-06-30' })
    const second = await desk.sell(agreementId, { quantity: 300, price: money('5000.00') })
    const work = await worker(customerId)
    const staff = await clients()
    const actions = [
      (by: SignedIn, index: number) => work(by, 20 + index),
      (by: SignedIn, index: number) => work(by, 5 + index),
      (by: SignedIn, index: number) =>
        post(by, `/vouchers/${first.id}/adjustments`, { units: index - 21, reason, approverId: by.id }),
      (by: SignedIn) => post(by, `/vouchers/${first.id}/transfers`, { toVoucherId: second.id, units: 25, reason }),
      (by: SignedIn) => post(by, `/vouchers/${second.id}/transfers`, { toVoucherId: first.id, units: 15, reason }),
      (by: SignedIn, index: number) =>
        index > CLIENTS / 2 ? post(by, `/vouchers/${second.id}/cancellation`, { reason }) : work(by, 30),
    ]

    const answers = await Promise.all(
      staff.map(async (by, index) => (actions[index % actions.length] ?? work)(by, index)),
    )

    expect(answers.filter(({ statusCode }) => statusCode !== 201 && statusCode !== 409)).toEqual([])
    const ledgers = [await desk.ledger(first.id), await desk.ledger(second.id)]
    const rows = ledgers.flat()
    expect(Math.min(...rows.map(({ balanceAfter }) => balanceAfter))).toBeGreaterThanOrEqual(0)
    expect(unitsOf(rows, 'transfer_in', 'transfer_out')).toBe(0)
    const vouchers = [await desk.voucher(first.id), await desk.voucher(second.id)]
    expect(vouchers.map(({ available }) => available)).toEqual(
      ledgers.map((ledger) => sum(ledger.map(({ units }) => units))),
    )
    const { data: entries } = await desk.succeed<{ data: TimeEntry[] }>(
      'GET',
      `/time-entries?customerId=${customerId}&limit=200`,
    )
    const covered = entries.flatMap(({ pieces }) => pieces.flatMap(({ units }) => units ?? []))
    expect(sum(covered)).toBe(-unitsOf(rows, 'draw', 'return'))
    const succeeded = answers.filter(({ statusCode }) => statusCode === 201).length
    const moved = rows.filter(({ kind }) => ['adjust', 'transfer_out', 'cancel'].includes(kind)).length
    expect(succeeded).toBe(moved + entries.length)
  },
  TIMEOUT_MS,
)

test(
  'an expiry among draws takes what they leave: nothing is drawn twice and nothing expires twice',
  async () => {
    const { customerId, agreementId } = await desk.prepaid()
    const { id } = await desk.sell(agreementId, { expiresOn: '2026-03-01' })
    const work = await worker(customerId)
    const staff = await clients()

    const answers = await Promise.all(
      staff.map((by, index) => (index % 4 === 3 ? desk.settle() : work(by, 20, { workDate: '2026-03-01' }))),
    )

    const entries = answers.flatMap((answer) => (answer === undefined ? [] : [answer.json<TimeEntry>()]))
    const drawn = sum(entries.flatMap(({ pieces }) => pieces.flatMap(({ units }) => units ?? [])))
    const rows = await desk.ledger(id)
    expect(entries).toHaveLength(24)
    expect(rows.filter(({ kind }) => kind === 'expire')).toHaveLength(1)
    expect([unitsOf(rows, 'draw'), unitsOf(rows, 'expire')]).toEqual([-drawn, drawn - 600])
    expect(await desk.voucher(id)).toMatchObject({ state: 'expired', available: 0, liability: money('0.00') })
  },
  TIMEOUT_MS,
)

test(
  'a sale among work that waits covers each minute once',
  async () => {
    const { customerId, agreementId } = await desk.prepaid({ overagePolicy: 'block' })
    const work = await worker(customerId)
    const staff = await clients()
    const sale = { unit: 'minutes', quantity: 200, price: money('3000.00'), validFrom: '2026-01-01' }

    const answers = await Promise.all(
      staff.map((by, index) =>
        index % 8 === 7 ? post(by, `/agreements/${agreementId}/vouchers`, sale) : work(by, 40),
      ),
    )

    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: CLIENTS }, () => 201))
    const { data } = await desk.succeed<{ data: TimeEntry[] }>(
      'GET',
      `/time-entries?customerId=${customerId}&limit=200`,
    )
    const pieces = data.flatMap((entry) => entry.pieces)
    const minutesOf = (wanted: string) =>
      sum(pieces.filter(({ kind }) => kind === wanted).map(({ minutes }) => minutes))
    expect([minutesOf('voucher'), minutesOf('overage')]).toEqual([800, 28 * 40 - 800])
  },
  TIMEOUT_MS,
)

test(
  'a movement that is sent by many under one key happens once',
  async () => {
    const { agreementId } = await desk.prepaid()
    const { id } = await desk.sell(agreementId)
    const by = await buildEmployee(server, { role: 'finance' })
    const [key, payload] = [newId(), { units: 60, reason, approverId: by.id }]

    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, () => post(by, `/vouchers/${id}/adjustments`, payload, key)),
    )

    expect(answers.filter(({ statusCode }) => statusCode !== 201 && statusCode !== 409)).toEqual([])
    expect(await desk.voucher(id)).toMatchObject({ granted: 660, available: 660, version: 2 })
  },
  TIMEOUT_MS,
)
