import type { Simulation } from '@timedesk/contracts/simulation'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildCase } from '../../../test/build-case.ts'
import { buildCustomer, buildEmployee } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { money, openVoucherDesk } from '../../../test/voucher-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
})
beforeEach(() => {
  desk.on('2026-03-02')
})
afterAll(() => server.close())

const simulate = (customerId: string, given: object) =>
  desk.succeed<Simulation>('POST', '/agreement-simulations', { customerId, months: 3, ...given })

const draft = (given: object) => ({ heading: 'Offer', validFrom: '2026-04-01', ...given })

/** Whoever works costs 420.00 an hour: the cost of time is kept when it is registered. */
async function costRate(employeeId: string) {
  await server.database.transact((tx) =>
    tx.costRate.createMany({ data: [{ employeeId, validFrom: new Date('2020-01-01'), ratePerHour: 42_000 }] }),
  )
}

/** Work by somebody who costs 420.00 an hour. */
async function costlyWork(customerId: string, minutes: number, given: object = {}) {
  const employee = await buildEmployee(server)
  await costRate(employee.id)
  return desk.work(customerId, minutes, { employeeId: employee.id, ...given })
}

test('E18: 52 minutes billed as an hour at 950.00 leave 586.00 at a cost of 364.00', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 95_000 })
  await costlyWork(customerId, 52)

  const simulation = await simulate(customerId, { draft: draft({ minimumMinutes: 60 }) })

  expect(simulation.draft).toMatchObject({
    charged: { time: money('950.00'), total: money('950.00') },
    ...{
      earned: money('950.00'),
      cost: money('364.00'),
      profit: money('586.00'),
      margin: '61.68',
      billableMinutes: 60,
    },
  })
  expect(simulation.today).toMatchObject({ earned: money('823.33'), profit: money('459.33') })
  expect(simulation.difference).toEqual(money('126.67'))
})

test('E19: a fee of 4,000.00 for 380 minutes at 420.00 leaves 1,340.00, and loses money from 3.17 hours a month', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 95_000 })
  await costlyWork(customerId, 380)

  const simulation = await simulate(customerId, {
    draft: draft({ settlement: 'subscription' }),
    lines: [
      { description: 'Service desk', period: 'quarter', unitPrice: money('4000.00'), quota: { unit: 'unlimited' } },
    ],
  })

  expect(simulation.draft).toMatchObject({
    charged: { fees: money('4000.00'), time: money('0.00'), overage: money('0.00') },
    ...{ cost: money('2660.00'), profit: money('1340.00'), margin: '33.50', coveredMinutes: 380, overageMinutes: 0 },
  })
  expect(simulation.breakEven).toEqual({
    ...{ hoursPerMonth: '1.40', profitHoursPerMonth: '3.17', averageHoursPerMonth: '2.11' },
  })
})

test('vouchers are bought anew when one is empty, and today is what was charged', async () => {
  const { customerId } = await desk.prepaid({ overageRate: money('1100.00') })
  for (const workDate of ['2026-01-10', '2026-02-10', '2026-02-20']) await desk.work(customerId, 300, { workDate })

  const simulation = await simulate(customerId, {
    draft: draft({ settlement: 'voucher', overageRate: money('1500.00') }),
    voucher: { unit: 'minutes', quantity: 600, price: money('9000.00'), validMonths: 12 },
  })

  expect(simulation).toMatchObject({
    ...{ from: '2025-12-03', to: '2026-03-02', currency: 'DKK', entries: 3, minutes: 900, leftOut: 0 },
    today: {
      charged: { overage: money('16500.00'), total: money('16500.00') },
      overageMinutes: 900,
      unused: money('0.00'),
    },
    draft: {
      charged: { vouchers: money('18000.00'), overage: money('0.00'), total: money('18000.00') },
      ...{ earned: money('13500.00'), unused: money('4500.00'), coveredMinutes: 900, cost: null },
    },
    difference: money('1500.00'),
  })
  expect(
    simulation.months.map(({ month, minutes, today, draft: other }) => [month, minutes, today.amount, other.amount]),
  ).toEqual([
    ['2025-12', 0, '0.00', '0.00'],
    ['2026-01', 300, '5500.00', '9000.00'],
    ['2026-02', 600, '11000.00', '9000.00'],
    ['2026-03', 0, '0.00', '0.00'],
  ])
})

test('what vouchers earned and what subscriptions charged is part of today', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  await desk.sell(agreementId, { quantity: 100, price: money('1500.00'), expiresOn: '2026-02-28' })
  await desk.work(customerId, 60, { workDate: '2026-02-10' })
  const taken = await desk.work(customerId, 30, { workDate: '2026-02-11' })
  await desk.send('DELETE', `/time-entries/${taken.id}`)
  const plan = await desk.agree(customerId, { validFrom: '2026-02-16' })
  await desk.addLine(plan.id, { unitPrice: money('2800.00'), quota: { unit: 'minutes', units: 10 } })
  await desk.settle()

  const simulation = await simulate(customerId, { draft: draft({ ratePerHour: money('600.00') }) })

  expect(simulation).toMatchObject({
    entries: 1,
    today: {
      charged: { vouchers: money('1500.00'), fees: money('1500.00'), total: money('3000.00') },
      unused: money('0.00'),
    },
    draft: { charged: { time: money('600.00'), total: money('600.00') } },
  })
})

test('a stored draft is simulated with its plan, and a stored voucher agreement with the voucher sold last', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 95_000 })
  await desk.work(customerId, 120, { workDate: '2026-02-10' })
  const plan = await desk.agree(customerId, { state: 'draft', validFrom: '2026-04-01' })
  await desk.addLine(plan.id, { quota: { unit: 'minutes', units: 90 } })
  const prepaid = await desk.agree(customerId, { settlement: 'voucher', validFrom: '2026-03-01' })
  await desk.sell(prepaid.id, { validFrom: '2026-03-01', expiresOn: '2027-02-28' })

  const byPlan = await simulate(customerId, { agreementId: plan.id })
  const byVoucher = await simulate(customerId, { agreementId: prepaid.id })

  expect(byPlan.draft).toMatchObject({
    charged: { fees: money('12000.00'), overage: money('475.00') },
    ...{ coveredMinutes: 90, overageMinutes: 30 },
  })
  expect(byVoucher.draft).toMatchObject({ charged: { vouchers: money('9000.00') }, earned: money('1800.00') })
})

test('scope, surcharges and rate cards of a draft count; what it leaves is charged by the hour', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 95_000 })
  const { id: caseId } = await buildCase(server, { customerId })
  const [priceClassId, rateCardId, activityTypeId] = [newId(), newId(), newId()]
  await server.database.transact(async (tx) => {
    await tx.priceClass.create({ data: { id: priceClassId, name: newId() } })
    await tx.activityType.create({ data: { id: activityTypeId, name: newId() } })
    await tx.rateCard.create({ data: { id: rateCardId, name: newId() } })
    const row = { rateCardId, priceClassId, validFrom: new Date('2020-01-01'), ratePerHour: 100_000 }
    await tx.rateCardRow.create({ data: { id: newId(), ...row } })
  })
  const clock = { startedAt: '2026-02-27T14:30:00.000Z', endedAt: '2026-02-27T16:15:00.000Z' }
  await desk.work(customerId, 105, { caseId, priceClassId, ...clock })
  await desk.work(customerId, 60, { caseId, activityTypeId })

  const simulation = await simulate(customerId, {
    draft: draft({
      rateCardId,
      scope: [{ kind: 'activity_type', mode: 'exclude', id: activityTypeId }],
      afterHours: { policy: 'automatic', calendarId: '00000000-0000-7000-8000-000000000041', factor: '1.5' },
    }),
  })

  expect(simulation.draft.charged.time).toEqual(money('3325.00'))
})

test('who may not see costs sees the prices', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 95_000 })
  await costlyWork(customerId, 60)
  const agent = await buildEmployee(server)

  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/v1/agreement-simulations',
    headers: agent.headers,
    payload: { customerId, draft: draft({ ratePerHour: money('600.00') }) },
  })

  const hidden = { cost: null, profit: null, margin: null }
  expect(answer.json()).toMatchObject({
    today: { ...hidden, earned: money('950.00') },
    draft: { ...hidden, earned: money('600.00') },
    breakEven: { profitHoursPerMonth: null },
  })
})

test('time without a rate is left out of both sides', async () => {
  const { id: customerId } = await buildCustomer(server)
  await desk.work(customerId, 60)

  const simulation = await simulate(customerId, { draft: draft({ ratePerHour: money('600.00') }) })

  expect(simulation).toMatchObject({ entries: 0, minutes: 0, leftOut: 1, draft: { earned: money('0.00') } })
})

test('nothing is written', async () => {
  const { customerId } = await desk.prepaid()
  await desk.work(customerId, 60)
  const counts = () =>
    server.database.reader.rows(Prisma.sql`SELECT (SELECT count(*)::int FROM event) AS events,
      (SELECT count(*)::int FROM voucher) AS vouchers, (SELECT count(*)::int FROM pool_ledger) AS ledger`)
  const before = await counts()

  await simulate(customerId, {
    draft: draft({ settlement: 'voucher' }),
    voucher: { unit: 'cases', quantity: 5, price: money('1.00') },
  })

  expect(await counts()).toEqual(before)
})

test.for([
  ['neither a draft nor an agreement', {}, 400, '/body/draft'],
  ['another customer’s agreement', { agreementId: newId() }, 409, '/body/agreementId'],
  ['a rate card that does not exist', { draft: draft({ rateCardId: newId() }) }, 409, '/body/rateCardId'],
  ['other money', { draft: draft({ ratePerHour: money('1.00', 'EUR') }) }, 422, '/body/ratePerHour/currency'],
] as const)('%s cannot be simulated', async ([, given, status, pointer]) => {
  const { id: customerId } = await buildCustomer(server)

  const answer = await desk.send('POST', '/agreement-simulations', { customerId, ...given })

  expect(answer.statusCode, answer.body).toBe(status)
  expect(answer.json()).toMatchObject({ errors: [{ pointer }] })
})
