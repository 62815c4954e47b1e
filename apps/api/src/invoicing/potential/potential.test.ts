import type { PotentialRow } from '@timedesk/contracts/potential'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../../test/build-agreement.ts'
import { buildCase } from '../../../test/build-case.ts'
import { buildCustomer, SUPPORT_ACTIVITY_ID } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openMoneyDesk } from '../../../test/money-desk.ts'
import { money, openVoucherDesk } from '../../../test/voucher-desk.ts'

const RUNS = 40
const PROPERTY_TIMEOUT_MS = 90_000

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openMoneyDesk>>
let vouchers: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = await openMoneyDesk(server)
  vouchers = openVoucherDesk(server)
})
afterAll(() => server.close())

test('E1: 7, 22 and 61 minutes by the quarter at 950.00 are a potential of 1,900.00', async () => {
  const { id: customerId, name } = await buildCustomer(server)
  await buildAgreement(server, { customerId, ratePerHour: 95_000, incrementMinutes: 15, minimumMinutes: 15 })

  for (const minutes of [7, 22, 61]) await desk.work(customerId, minutes)

  expect(await desk.potentialOf(customerId)).toEqual([
    {
      customer: { id: customerId, name },
      agreement: null,
      settlement: null,
      ...{ items: 3, entries: 3, minutes: 90, billableMinutes: 120, oldestDay: '2026-03-02' },
      ...{ ready: money('1900.00'), held: money('0.00'), future: money('0.00'), heldItems: [] },
      ages: { days30: money('1900.00'), days60: money('0.00'), days90: money('0.00'), older: money('0.00') },
    },
  ])
})

test('E2, by entry: 12, 31 and 30 minutes by six, at least 30, at 1,200.00 are 1,920.00', async () => {
  const { id: customerId } = await buildCustomer(server)
  await buildAgreement(server, { customerId, ratePerHour: 120_000, incrementMinutes: 6, minimumMinutes: 30 })

  for (const minutes of [12, 31, 30]) await desk.work(customerId, minutes)

  expect(await desk.potentialOf(customerId)).toMatchObject([{ billableMinutes: 96, ready: money('1920.00') }])
})

test('what is ready has an age; what is due later is of the future', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
  const days = [
    '2025-11-01',
    '2025-12-02',
    '2025-12-31',
    '2026-01-01',
    '2026-01-30',
    '2026-01-31',
    '2026-03-02',
    '2026-03-03',
  ]
  for (const [index, workDate] of days.entries()) await desk.work(customerId, 2 ** index, { workDate })

  expect(await desk.potentialOf(customerId)).toMatchObject([
    {
      ...{ ready: money('1270.00'), future: money('1280.00'), oldestDay: '2025-11-01', items: 8 },
      ages: { days30: money('960.00'), days60: money('240.00'), days90: money('60.00'), older: money('10.00') },
    },
  ])
})

test('what waits is held, with the reason it waits for', async () => {
  const { customerId } = await vouchers.prepaid({ overagePolicy: 'approve' })
  await vouchers.work(customerId, 60)
  await desk.work(customerId, 30)
  const unpriced = await vouchers.prepaid({ overagePolicy: 'block', ratePerHour: null })
  await vouchers.work(unpriced.customerId, 60)
  const blocked = await vouchers.prepaid({ overagePolicy: 'block' })
  await vouchers.work(blocked.customerId, 60)
  const needsOrder = await vouchers.prepaid()
  await server.database.transact((tx) =>
    tx.customer.update({ where: { id: needsOrder.customerId }, data: { requiresPo: true } }),
  )
  await vouchers.sell(needsOrder.agreementId)

  const heldAt = async (id: string) =>
    (await desk.potentialOf(id)).map(({ ready, held, heldItems }) => [ready, held, heldItems])

  const nothing = money('0.00')
  expect(await heldAt(customerId)).toEqual([
    [nothing, money('1425.00'), [{ reason: 'overage_approval', items: 2, amount: money('1425.00') }]],
  ])
  expect(await heldAt(unpriced.customerId)).toEqual([
    [nothing, nothing, [{ reason: 'missing_rate', items: 1, amount: nothing }]],
  ])
  expect(await heldAt(blocked.customerId)).toEqual([
    [nothing, money('950.00'), [{ reason: 'overage_blocked', items: 1, amount: money('950.00') }]],
  ])
  expect(await heldAt(needsOrder.customerId)).toEqual([
    [nothing, money('9000.00'), [{ reason: 'po_missing', items: 1, amount: money('9000.00') }]],
  ])
})

test('time that is not approved is held where the company approves time', async () => {
  const own = await startServer()
  const ownDesk = await openMoneyDesk(own)
  await own.database.transact((tx) => tx.company.update({ where: { id: 1 }, data: { approvesTime: true } }))
  const { id: customerId } = await buildCustomer(own, { ratePerHour: 60_000 })
  await ownDesk.work(customerId, 60)

  const rows = await ownDesk.potentialOf(customerId)
  await own.close()

  expect(rows).toMatchObject([
    { ready: money('0.00'), heldItems: [{ reason: 'time_approval', items: 1, amount: money('600.00') }] },
  ])
})

test('vouchers and subscriptions are potential beside the time, and a settlement picks its own', async () => {
  const { customerId, agreementId } = await vouchers.prepaid()
  await vouchers.sell(agreementId, { quantity: 60, price: money('900.00') })
  const cancelled = await vouchers.sell(agreementId)
  await vouchers.move(cancelled.id, 'cancellation', { reason: 'Sold by mistake.' })
  await vouchers.work(customerId, 90)
  const plan = await vouchers.agree(customerId, { validFrom: '2026-02-01' })
  await vouchers.addLine(plan.id, {})
  await vouchers.addLine(plan.id, { timing: 'arrears', unitPrice: money('100.00') })

  expect(await desk.potentialOf(customerId)).toMatchObject([
    { items: 8, entries: 1, minutes: 90, billableMinutes: 30, ready: money('9475.00'), future: money('100.00') },
  ])
  expect(await desk.potentialOf(customerId, '&settlement=voucher')).toMatchObject([
    { items: 4, ready: money('1375.00') },
  ])
  expect(await desk.potentialOf(customerId, '&settlement=subscription')).toMatchObject([{ items: 4, entries: 0 }])
  expect(await desk.potentialOf(customerId, '&settlement=time_spent')).toEqual([])
})

test('an entry that is charged at two rates is two items and one entry', async () => {
  const { id: customerId } = await buildCustomer(server)
  await desk.agree(customerId, {
    ratePerHour: money('1000.00'),
    afterHours: { policy: 'automatic', calendarId: '00000000-0000-7000-8000-000000000041', factor: '1.5' },
  })
  await desk.work(customerId, 105, { startedAt: '2026-02-27T14:30:00.000Z', endedAt: '2026-02-27T16:15:00.000Z' })
  await desk.work(customerId, 60)

  expect(await desk.potentialOf(customerId)).toMatchObject([
    { items: 3, entries: 2, minutes: 165, billableMinutes: 165, ready: money('3375.00') },
  ])
})

test('work after the day that is asked for is left out', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
  await desk.work(customerId, 60, { workDate: '2026-02-27' })
  await desk.work(customerId, 60, { workDate: '2026-02-28' })
  await desk.work(customerId, 60, { workDate: '2026-03-01' })

  const rows = await desk.potentialOf(customerId, '&to=2026-02-28')

  expect(rows).toMatchObject([{ entries: 2, ready: money('1200.00'), oldestDay: '2026-02-27' }])
})

test('a company’s price in another currency is none: the time is held', async () => {
  const { id: customerId } = await buildCustomer(server)
  await server.database.transact(async (tx) => {
    await tx.customer.update({ where: { id: customerId }, data: { currency: 'EUR' } })
    await tx.company.update({ where: { id: 1 }, data: { ratePerHour: 80_000 } })
  })

  await desk.work(customerId, 60)
  await server.database.transact((tx) => tx.company.update({ where: { id: 1 }, data: { ratePerHour: null } }))

  expect(await desk.potentialOf(customerId)).toMatchObject([
    { heldItems: [{ reason: 'missing_rate', items: 1 }], ready: money('0.00', 'EUR') },
  ])
})

test('pages follow one another by name and the totals are of the whole', async () => {
  const own = await startServer()
  const ownDesk = await openMoneyDesk(own)
  for (const [index, name] of ['Berg', 'Aalborg', 'Dragør', 'Dragør'].entries()) {
    const { id } = await buildCustomer(own, { name, ratePerHour: 60_000 })
    await ownDesk.work(id, 60, index === 0 ? { workDate: '2026-03-09' } : {})
  }
  type Listed = {
    data: PotentialRow[]
    page: { after: string | null; total?: number }
    totals: Record<string, object[]>
  }
  const list = async (query: string) =>
    (await ownDesk.send(ownDesk.finance, 'GET', `/potential?limit=3&${query}`)).json<Listed>()

  const first = await list('count=exact')
  const second = await list(`after=${String(first.page.after)}`)
  await own.close()

  const names = [...first.data, ...second.data].map(({ customer }) => customer.name)
  expect(names).toEqual(['Aalborg', 'Berg', 'Dragør', 'Dragør'])
  expect(first.page.total).toBe(4)
  const totals = { ready: [money('1800.00')], held: [money('0.00')], future: [money('600.00')] }
  expect([first.totals, second.totals]).toEqual([totals, totals])
})

test('an agent may not look', async () => {
  const byAgent = await desk.send(desk.agent, 'GET', '/potential')

  expect(byAgent.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'potential:read' })
})

test(
  'whatever the terms and minutes, amounts and minutes of the entries make the potential',
  async () => {
    const terms = fc.record({
      ratePerHour: fc.integer({ min: 0, max: 500_000 }),
      incrementMinutes: fc.integer({ min: 1, max: 60 }),
      minimumMinutes: fc.integer({ min: 0, max: 90 }),
    })
    const entry = fc.record({ minutes: fc.integer({ min: 1, max: 1440 }), isBillable: fc.boolean() })

    await fc.assert(
      fc.asyncProperty(terms, fc.array(entry, { minLength: 1, maxLength: 4 }), async (given, entries) => {
        const { id: customerId } = await buildCustomer(server)
        await buildAgreement(server, { customerId, ...given })
        const { id: caseId } = await buildCase(server, { customerId })
        for (const draft of entries)
          await desk.send(desk.agent, 'POST', '/time-entries', {
            caseId,
            activityTypeId: SUPPORT_ACTIVITY_ID,
            ...draft,
          })

        const billable = entries.filter(({ isBillable }) => isBillable)
        const minutes = billable.map((draft) =>
          Math.max(given.minimumMinutes, Math.ceil(draft.minutes / given.incrementMinutes) * given.incrementMinutes),
        )
        const ready = minutes.reduce((sum, each) => sum + Math.floor((each * given.ratePerHour + 30) / 60), 0)
        const billableMinutes = minutes.reduce((sum, each) => sum + each, 0)
        const rows = await desk.potentialOf(customerId)
        const expected = { billableMinutes, entries: billable.length, ready: money((ready / 100).toFixed(2)) }
        expect(rows).toMatchObject(billable.length === 0 ? [] : [expected])
      }),
      { numRuns: RUNS },
    )
    expect(await integrityViolations(server)).toEqual([])
  },
  PROPERTY_TIMEOUT_MS,
)
