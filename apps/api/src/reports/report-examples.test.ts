import type { DeferredRow } from '@timedesk/contracts/reports'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCustomer } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { openReportDesk, type Profit } from '../../test/report-desk.ts'
import { money } from '../../test/voucher-desk.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openReportDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openReportDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

type Deferred = { data: DeferredRow[]; totals: Record<string, { amount: string }>; ties: boolean }

/** What tests compare of a row. */
const rowOf = ({ key, recognised, invoiced, cost, profit, marginPercent, minutes }: Profit['data'][number]) => ({
  ...{ key, recognised: recognised.amount, invoiced: invoiced.amount, cost: cost.amount, profit: profit.amount },
  ...{ marginPercent, minutes },
})

test('E18: a case earns 950.00 for 52 minutes that cost 364.00', async () => {
  const { id: customerId } = await buildCustomer(server)
  const terms = { settlement: 'time_spent', ratePerHour: money('950.00'), incrementMinutes: 15, minimumMinutes: 15 }
  await desk.agree(customerId, terms)
  const { caseId } = await desk.workCosting(customerId, 52)

  const { data, totals } = await desk.profit({ by: 'case', customerId })

  const expected = {
    recognised: '950.00',
    invoiced: '0.00',
    cost: '364.00',
    profit: '586.00',
    marginPercent: '61.68',
    minutes: 52,
  }
  expect(data.map(rowOf)).toEqual([{ key: caseId, ...expected }])
  expect(totals).toMatchObject({ billableMinutes: 60, profit: money('586.00'), marginPercent: '61.68' })
})

test('E19: a subscription of 4,000.00 with 380 minutes leaves 1,340.00, and 631.58 for an hour', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id: agreementId } = await desk.agree(customerId, { validFrom: '2026-03-01' })
  await desk.addLine(agreementId, { quota: { unit: 'unlimited' } })
  await desk.settle()
  await desk.workCosting(customerId, 380)

  const { data } = await desk.profit({ by: 'agreement', customerId })
  const byCase = await desk.profit({ by: 'case', customerId })

  const expected = {
    recognised: '4000.00',
    invoiced: '0.00',
    cost: '2660.00',
    profit: '1340.00',
    marginPercent: '33.50',
    minutes: 380,
  }
  expect(data.map(rowOf)).toEqual([{ key: agreementId, ...expected }])
  expect(data[0]).toMatchObject({ effectiveRate: money('631.58') })
  // The fee is no single case's: it stands in the row without a name.
  expect(byCase.data.map(({ key, recognised }) => [key === '', recognised.amount])).toEqual([
    [true, '4000.00'],
    [false, '0.00'],
  ])
})

test('E22: of a money voucher of 10,000.00, 4,900.00 is owed after seniors and juniors worked', async () => {
  const { customerId, agreementId } = await desk.prepaid({ ratePerHour: null })
  await desk.sell(agreementId, { unit: 'money', quantity: 1_000_000, price: money('10000.00') })
  const [seniorId, juniorId] = [newId(), newId()]
  await server.database.transact(async (tx) => {
    await tx.priceClass.create({ data: { id: seniorId, name: newId(), ratePerHour: 120_000 } })
    await tx.priceClass.create({ data: { id: juniorId, name: newId(), ratePerHour: 70_000 } })
  })
  const senior = await desk.workCosting(customerId, 150, { priceClassId: seniorId })
  const junior = await desk.workCosting(customerId, 180, { priceClassId: juniorId })

  const deferred = await desk.report<Deferred>('deferred-revenue', { customerId })
  const { data } = await desk.profit({ by: 'employee', customerId })

  expect(deferred.data).toMatchObject([
    {
      ...{ kind: 'voucher', opening: money('0.00'), sold: money('10000.00'), recognised: money('5100.00') },
      ...{ breakage: money('0.00'), credited: money('0.00'), closing: money('4900.00') },
    },
  ])
  expect(deferred.ties).toBe(true)
  expect(data.map(({ key, recognised }) => [key, recognised.amount])).toEqual([
    [senior.employeeId, '3000.00'],
    [junior.employeeId, '2100.00'],
  ])
})

test('E9: what expires is breakage of its agreement, and the next period opens where this one closed', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  await desk.sell(agreementId, { expiresOn: '2026-03-20' })
  await desk.workCosting(customerId, 375)
  desk.on('2026-03-21')
  await desk.settle()
  desk.on('2026-03-02')

  const march = await desk.report<Deferred>('deferred-revenue', { customerId })
  const april = await desk.report<Deferred>('deferred-revenue', { customerId, from: '2026-04-01', to: '2026-04-30' })
  const { data } = await desk.profit({ by: 'agreement', customerId })

  expect(march.data).toMatchObject([
    { sold: money('9000.00'), recognised: money('5625.00'), breakage: money('3375.00'), closing: money('0.00') },
  ])
  expect(april.data).toEqual([])
  expect(data.map(({ key, recognised }) => [key, recognised.amount])).toEqual([[agreementId, '9000.00']])
})

test('E26: a fee for a year is earned by days, and what is not yet is owed', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id: agreementId } = await desk.agree(customerId)
  await desk.addLine(agreementId, { period: 'year', unitPrice: money('10000.00') })
  await desk.settle()
  const earned = async (from: string, to: string) =>
    (await desk.profit({ customerId, from, to })).totals.recognised.amount

  const year = await desk.profit({ customerId, by: 'month', from: '2026-01-01', to: '2026-12-31' })
  const march = await desk.report<Deferred>('deferred-revenue', { customerId })

  expect(year.data.map(({ recognised }) => recognised.amount)).toEqual(
    Array.from({ length: 4 }, () => ['833.33', '833.34', '833.33']).flat(),
  )
  expect(await earned('2026-03-01', '2026-03-31')).toBe('833.33')
  expect([await earned('2026-02-01', '2026-02-14'), await earned('2026-02-15', '2026-02-28')]).toEqual([
    '416.67',
    '416.67',
  ])
  expect(march.data).toMatchObject([
    {
      kind: 'subscription',
      opening: money('8333.33'),
      sold: money('0.00'),
      recognised: money('833.33'),
      closing: money('7500.00'),
    },
  ])
})
