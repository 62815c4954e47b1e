import type { TimeEntry } from '@timedesk/contracts/time'
import { parseAmount } from '@timedesk/domain/money/money'
import { vatOf } from '@timedesk/domain/invoicing/totals'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildCustomer } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { money, openVoucherDesk } from '../../test/voucher-desk.ts'

/** Monday to Friday from eight to four, with every installation. */
const WEEKDAYS_ID = '00000000-0000-7000-8000-000000000041'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

/** A customer with an agreement by the hour, and one case. */
async function byTheHour(terms: object): Promise<{ customerId: string; caseId: string }> {
  const { id: customerId } = await buildCustomer(server)
  await desk.agree(customerId, { settlement: 'time_spent', heading: 'Support by the hour', ...terms })
  const { id: caseId } = await buildCase(server, { customerId })
  return { customerId, caseId }
}

/** Net, VAT of 25 % and total of what entries charge, as an invoice would sum them. */
function totalsOf(entries: readonly TimeEntry[]): [number, number, number] {
  const nets = entries.map(({ amount }) => parseAmount(amount?.amount ?? '') ?? Number.NaN)
  const net = nets.reduce((sum, each) => sum + each, 0)
  const vat = vatOf(net, 2500)
  return [net, vat, net + vat]
}

test('E1: 7, 22 and 61 minutes by the quarter are 120 at 950.00', async () => {
  const { customerId, caseId } = await byTheHour({
    ratePerHour: money('950.00'),
    incrementMinutes: 15,
    minimumMinutes: 15,
  })

  const entries = []
  for (const minutes of [7, 22, 61]) entries.push(await desk.work(customerId, minutes, { caseId }))

  expect(entries.map(({ billableMinutes }) => billableMinutes)).toEqual([15, 30, 75])
  expect(totalsOf(entries)).toEqual([190_000, 47_500, 237_500])
})

test.for([
  ['the entry', 'entry', [30, 36, 30], [192_000, 48_000, 240_000]],
  ['the case’s day', 'case_day', [30, 18, 30], [156_000, 39_000, 195_000]],
] as const)('E2: 12, 31 and 30 minutes rounded by %s', async ([, roundingScope, billable, totals]) => {
  const { customerId, caseId } = await byTheHour({
    ...{ ratePerHour: money('1200.00'), incrementMinutes: 6, minimumMinutes: 30, roundingScope },
  })

  const entries = []
  for (const minutes of [12, 31, 30]) entries.push(await desk.work(customerId, minutes, { caseId }))

  expect(entries.map(({ billableMinutes }) => billableMinutes)).toEqual(billable)
  expect(totalsOf(entries)).toEqual(totals)
})

test('E3: a Friday afternoon costs half as much again from four o’clock', async () => {
  const { customerId, caseId } = await byTheHour({
    ratePerHour: money('1000.00'),
    afterHours: { policy: 'automatic', calendarId: WEEKDAYS_ID, factor: '1.5' },
  })

  const clock = { startedAt: '2026-03-06T14:30:00.000Z', endedAt: '2026-03-06T16:15:00.000Z' }
  const entry = await desk.work(customerId, 105, { caseId, ...clock })

  expect(entry.pieces).toMatchObject([
    { minutes: 30, factor: '1', amount: money('500.00') },
    { minutes: 75, factor: '1.5', amount: money('1875.00') },
  ])
  expect(entry.explanation).toContainEqual({ step: 'stretch', reason: 'after_hours', minutes: 75, factor: '1.5' })
  expect(totalsOf([entry])).toEqual([237_500, 59_375, 296_875])
})

test('E4: fifty minutes as worked at 950.00 are 791.67', async () => {
  const { customerId, caseId } = await byTheHour({ ratePerHour: money('950.00') })

  const entry = await desk.work(customerId, 50, { caseId })

  expect(totalsOf([entry])).toEqual([79_167, 19_792, 98_959])
})

test('E18: an hour billed for 52 minutes that cost 420.00 an hour leaves 586.00', async () => {
  const { customerId, caseId } = await byTheHour({ ratePerHour: money('950.00'), incrementMinutes: 60 })
  const { id } = await desk.work(customerId, 1)
  const { employee } = await desk.succeed<TimeEntry>('GET', `/time-entries/${id}`)
  await server.deps.database.transact((tx) =>
    tx.costRate.create({
      data: { employeeId: employee.id, validFrom: new Date('2026-01-01'), ratePerHour: 42_000 },
    }),
  )

  const entry = await desk.work(customerId, 52, { caseId })

  expect(entry).toMatchObject({ minutes: 52, billableMinutes: 60, cost: money('364.00') })
  expect(await desk.succeed('GET', `/cases/${caseId}`)).toMatchObject({
    time: { amount: money('950.00'), cost: money('364.00'), revenue: money('950.00'), profit: money('586.00') },
  })
})
