import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../../test/build-case.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { money, openVoucherDesk } from '../../../test/voucher-desk.ts'
import { newId } from '../../platform/new-id.ts'

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

test('E6: 180 minutes empty the voucher that expires first and go on with the next', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const second = await desk.sell(agreementId, { price: money('9500.00') })
  const first = await desk.sell(agreementId, { expiresOn: '2026-12-31' })
  await desk.work(customerId, 510)

  const entry = await desk.work(customerId, 180)

  expect(entry).toMatchObject({
    amount: money('0.00'),
    pieces: [
      { kind: 'voucher', minutes: 90, units: 90, pool: { id: first.id, name: first.name } },
      { kind: 'voucher', minutes: 90, units: 90, pool: { id: second.id, name: second.name } },
    ],
  })
  const drawn = [(await desk.ledger(first.id)).at(-1), (await desk.ledger(second.id)).at(-1)]
  expect(drawn).toMatchObject([{ revenue: money('1350.00') }, { revenue: money('1425.00') }])
  expect(await desk.voucher(first.id)).toMatchObject({
    ...{ state: 'exhausted', available: 0, used: 600, recognised: money('9000.00'), liability: money('0.00') },
  })
  expect(await desk.voucher(second.id)).toMatchObject({
    ...{ state: 'active', available: 510, used: 90, recognised: money('1425.00'), liability: money('8075.00') },
  })
  const potential = await desk.succeed<{ data: object[] }>('GET', `/potential/${customerId}/items?source=time`)
  expect(potential.data).toEqual([])
})

test('E7: of 150 minutes a voucher with 60 left pays 60, and 90 are overage of 1,650.00', async () => {
  const { customerId, agreementId } = await desk.prepaid({ overageRate: money('1100.00') })
  const { id } = await desk.sell(agreementId)
  await desk.work(customerId, 540)

  const entry = await desk.work(customerId, 150)

  expect(entry).toMatchObject({
    amount: money('1650.00'),
    pieces: [
      { kind: 'voucher', minutes: 60, units: 60, amount: money('0.00') },
      { kind: 'overage', minutes: 90, amount: money('1650.00'), hold: null },
    ],
  })
  expect((await desk.ledger(id)).at(-1)).toMatchObject({ units: -60, revenue: money('900.00'), balanceAfter: 0 })
  const potential = await desk.succeed<{ data: object[] }>('GET', `/potential/${customerId}/items?source=time`)
  expect(potential.data).toMatchObject([{ kind: 'overage', minutes: 90, amount: money('1650.00'), state: 'ready' }])
})

test('E8: of twenty cases for 15,000.00 seven are used: 5,250.00 is earned and 13 cases are left', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const { id } = await desk.sell(agreementId, { unit: 'cases', quantity: 20, price: money('15000.00') })

  for (const minutes of [10, 20, 30, 40, 50, 60, 70]) await desk.work(customerId, minutes)

  expect(await desk.voucher(id)).toMatchObject({
    ...{ unit: 'cases', quantity: 20, unitPrice: money('750.00'), used: 7, available: 13 },
    ...{ recognised: money('5250.00'), liability: money('9750.00') },
  })
})

test('E8: a case draws one unit, and three for 1,000.00 earn 333.33, 333.34 and 333.33', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const { id } = await desk.sell(agreementId, { unit: 'cases', quantity: 3, price: money('1000.00') })
  const { id: caseId } = await buildCase(server, { customerId })
  await desk.work(customerId, 60, { caseId })
  await desk.work(customerId, 60, { caseId })
  await desk.work(customerId, 60)
  await desk.work(customerId, 60)

  const draws = (await desk.ledger(id)).filter(({ kind }) => kind === 'draw')

  expect(draws.map(({ units, revenue }) => [units, revenue.amount])).toEqual([
    [-1, '333.33'],
    [-1, '333.34'],
    [-1, '333.33'],
  ])
})

test('E9: 375 of 600 minutes are earned by use, and at its end the voucher earns the other 3,375.00', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const { id } = await desk.sell(agreementId, { expiresOn: '2026-03-31' })
  await desk.work(customerId, 375)
  expect(await desk.voucher(id)).toMatchObject({ recognised: money('5625.00'), liability: money('3375.00') })

  desk.on('2026-03-31')
  await desk.settle()
  const onLastDay = await desk.voucher(id)
  desk.on('2026-04-01')
  await desk.settle()
  await desk.settle()

  expect(onLastDay).toMatchObject({ state: 'active', available: 225 })
  expect(await desk.voucher(id)).toMatchObject({
    ...{ state: 'expired', available: 0, expired: 225, recognised: money('9000.00'), liability: money('0.00') },
  })
  expect((await desk.ledger(id)).map(({ kind, units, revenue }) => [kind, units, revenue.amount])).toEqual([
    ['sale', 600, '0.00'],
    ['draw', -375, '5625.00'],
    ['expire', -225, '3375.00'],
  ])
})

test('E22: a voucher of 10,000.00 pays each hour at its own price', async () => {
  const { customerId, agreementId } = await desk.prepaid({ ratePerHour: null })
  const { id } = await desk.sell(agreementId, { unit: 'money', quantity: 1_000_000, price: money('10000.00') })
  const [seniorId, juniorId] = [newId(), newId()]
  await server.database.transact(async (tx) => {
    await tx.priceClass.create({ data: { id: seniorId, name: newId(), ratePerHour: 120_000 } })
    await tx.priceClass.create({ data: { id: juniorId, name: newId(), ratePerHour: 70_000 } })
  })

  await desk.work(customerId, 150, { priceClassId: seniorId })
  await desk.work(customerId, 180, { priceClassId: juniorId })

  const draws = (await desk.ledger(id)).filter(({ kind }) => kind === 'draw')
  expect(draws.map(({ units, revenue }) => [units, revenue.amount])).toEqual([
    [-300_000, '3000.00'],
    [-210_000, '2100.00'],
  ])
  expect(await desk.voucher(id)).toMatchObject({
    ...{ available: 490_000, unitPrice: null, liability: money('4900.00') },
  })
})
