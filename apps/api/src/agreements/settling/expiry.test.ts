import type { PotentialItem } from '@timedesk/contracts/potential'
import { vatOf } from '@timedesk/domain/invoicing/totals'
import { parseAmount } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCustomer } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openPlanDesk } from '../../../test/plan-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openPlanDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openPlanDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

const dkk = (amount: string) => ({ amount, currency: 'DKK' })

async function arrange(day: string, agreement: object) {
  desk.on(day)
  const { id: customerId } = await buildCustomer(server)
  const { id } = await desk.agree(customerId, { validFrom: day, ...agreement })
  return { id, customerId }
}

const itemsOf = async (customerId: string) =>
  (await desk.succeed<{ data: PotentialItem[] }>('GET', `/potential/${customerId}/items?limit=200`)).data

/** What items come to, with VAT of 25 %. */
function billOf(items: PotentialItem[]) {
  const nets = items.map(({ amount }) => parseAmount(amount?.amount ?? '') ?? Number.NaN)
  const net = nets.reduce((sum, one) => sum + one, 0)
  const vat = vatOf(net, 2500)
  return [net, vat, net + vat]
}

const ledgerOf = (poolId: string) =>
  server.database.reader.rows<{ kind: string; units: number; balance: number }>(
    Prisma.sql`SELECT kind, units::int, balance_after::int AS balance FROM pool_ledger WHERE pool_id = ${poolId}::uuid ORDER BY sequence`,
  )

test('E9: what a voucher has left when it expires is breakage, and its VAT was paid at the sale', async () => {
  const { id, customerId } = await arrange('2026-03-02', { settlement: 'voucher' })
  const { id: voucherId } = await desk.sell(id, { expiresOn: '2026-12-31' })
  await desk.work(customerId, 375)
  const used = await desk.voucher(voucherId)
  const sold = billOf(await itemsOf(customerId))

  desk.on('2026-12-31')
  await desk.settle()
  const onLastDay = await desk.voucher(voucherId)
  desk.on('2027-01-01')
  await desk.settle()
  await desk.settle()

  expect(sold).toEqual([900_000, 225_000, 1_125_000])
  expect(used).toMatchObject({ recognised: dkk('5625.00'), liability: dkk('3375.00'), available: 225 })
  expect(onLastDay).toMatchObject({ state: 'active', available: 225 })
  expect(await desk.voucher(voucherId)).toMatchObject({
    ...{ state: 'expired', expired: 225, available: 0 },
    ...{ recognised: dkk('9000.00'), liability: dkk('0.00') },
  })
  expect(billOf(await itemsOf(customerId))).toEqual(sold)
  const breakage = await server.database.reader.rows<{ revenue: number }>(
    Prisma.sql`SELECT revenue::int FROM pool_ledger WHERE pool_id = ${voucherId}::uuid AND kind = 'expire'`,
  )
  expect(breakage).toEqual([{ revenue: 337_500 }])
})

test('a voucher expires at the end of the company’s day, not of the server’s', async () => {
  const { id } = await arrange('2026-03-02', { settlement: 'voucher' })
  const { id: voucherId } = await desk.sell(id, { expiresOn: '2026-06-30' })

  server.clock.now = new Date('2026-06-30T21:59:00.000Z')
  await desk.settle()
  const before = await desk.voucher(voucherId)
  server.clock.now = new Date('2026-06-30T22:01:00.000Z')
  await desk.settle()

  expect([before.available, (await desk.voucher(voucherId)).available]).toEqual([600, 0])
})

test('E10: two hours roll over, are drawn first, and what February needs beyond them is overage', async () => {
  const quota = { unit: 'minutes', units: 300, rolloverPeriods: 1, rolloverMax: 300 }
  const { id, customerId } = await arrange('2026-01-01', { overageRate: dkk('1000.00') })
  await desk.addLine(id, { quota })
  desk.on('2026-01-15')
  await desk.work(customerId, 180)
  desk.on('2026-02-01')
  await desk.settle()
  desk.on('2026-02-10')

  const entry = await desk.work(customerId, 480)

  expect(
    entry.pieces.map(({ kind, minutes, pool, amount }) => [kind, minutes, pool?.name ?? null, amount?.amount]),
  ).toEqual([
    ['subscription', 120, '2026-01', '0.00'],
    ['subscription', 300, '2026-02', '0.00'],
    ['overage', 60, null, '1000.00'],
  ])
  const february = (await itemsOf(customerId)).filter(({ day }) => day.startsWith('2026-02'))
  expect(billOf(february)).toEqual([500_000, 125_000, 625_000])
})

test('a quota passes no more than its maximum into the next period, and dies at the end of that', async () => {
  const quota = { unit: 'minutes', units: 300, rolloverPeriods: 1, rolloverMax: 60 }
  const { id, customerId } = await arrange('2026-01-01', {})
  await desk.addLine(id, { quota })
  const [period] = await desk.periods(id)
  await desk.work(customerId, 180)

  desk.on('2026-02-01')
  await desk.settle()
  await desk.work(customerId, 40)
  desk.on('2026-03-01')
  await desk.settle()

  expect(await ledgerOf(period?.quota?.poolId ?? '')).toEqual([
    { kind: 'grant', units: 300, balance: 300 },
    { kind: 'draw', units: -180, balance: 120 },
    { kind: 'expire', units: -60, balance: 60 },
    { kind: 'draw', units: -40, balance: 20 },
    { kind: 'expire', units: -20, balance: 0 },
  ])
})

test('a quota that is trimmed late counts what was carried on and used already', async () => {
  const quota = { unit: 'minutes', units: 300, rolloverPeriods: 1, rolloverMax: 60 }
  const { id, customerId } = await arrange('2026-01-01', {})
  await desk.addLine(id, { quota })
  const [period] = await desk.periods(id)
  await desk.work(customerId, 180)
  desk.on('2026-02-10')
  await desk.work(customerId, 40)

  await desk.settle()

  expect((await ledgerOf(period?.quota?.poolId ?? '')).at(-1)).toEqual({ kind: 'expire', units: -60, balance: 20 })
})

test('time that was registered before its quota existed is covered by it once the job has run', async () => {
  const { id, customerId } = await arrange('2026-01-01', { overageRate: dkk('1000.00') })
  await desk.addLine(id, { quota: { unit: 'minutes', units: 300 } })
  desk.on('2026-02-10')
  const early = await desk.work(customerId, 240)
  desk.on('2026-03-10')

  await desk.settle()

  const { pieces, amount } = await desk.succeed<typeof early>('GET', `/time-entries/${early.id}`)
  expect(early.pieces.map(({ kind }) => kind)).toEqual(['overage'])
  expect(pieces.map(({ kind, minutes, pool }) => [kind, minutes, pool?.name])).toEqual([
    ['subscription', 240, '2026-02'],
  ])
  expect(amount).toEqual(dkk('0.00'))
})

test('the quota of an agreement that has ended dies with it', async () => {
  const { id } = await arrange('2026-01-01', {})
  await desk.addLine(id, { quota: { unit: 'minutes', units: 300, rolloverPeriods: 2 } })
  const [period] = await desk.periods(id)
  desk.on('2026-01-10')
  await desk.succeed('PATCH', `/agreements/${id}`, { state: 'ended' })

  desk.on('2026-01-11')
  await desk.settle()

  expect(await ledgerOf(period?.quota?.poolId ?? '')).toMatchObject([{ kind: 'grant' }, { kind: 'expire', balance: 0 }])
})

test('an unlimited quota covers everything of its period and nothing after its plan', async () => {
  const { id, customerId } = await arrange('2026-01-01', { overageRate: dkk('1000.00') })
  const { id: lineId } = await desk.addLine(id, { quota: { unit: 'unlimited' }, leadDays: 30 })
  desk.on('2026-01-10')
  await desk.settle()
  await desk.succeed('PATCH', `/subscription-lines/${lineId}`, { endsOn: '2026-01-20' })
  const covered = await desk.work(customerId, 1000, { workDate: '2026-01-20' })
  desk.on('2026-02-10')
  await desk.settle()

  const after = await desk.work(customerId, 60, { workDate: '2026-02-01' })

  expect(covered.pieces.map(({ kind, minutes }) => [kind, minutes])).toEqual([['subscription', 1000]])
  expect(after.pieces.map(({ kind }) => kind)).toEqual(['overage'])
})
