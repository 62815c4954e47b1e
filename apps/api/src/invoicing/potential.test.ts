import { Prisma } from '@timedesk/prisma/client'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../test/build-agreement.ts'
import { buildCase } from '../../test/build-case.ts'
import { buildCustomer, SUPPORT_ACTIVITY_ID } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { openMoneyDesk } from '../../test/money-desk.ts'
import { newId } from '../platform/new-id.ts'

const RUNS = 60
const PROPERTY_TIMEOUT_MS = 90_000

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openMoneyDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openMoneyDesk(server)
})
afterAll(() => server.close())

test('E1: 7, 22 and 61 minutes by the quarter at 950.00 are a potential of 1,900.00', async () => {
  const { id: customerId, name } = await buildCustomer(server)
  await buildAgreement(server, { customerId, ratePerHour: 95_000, incrementMinutes: 15, minimumMinutes: 15 })

  for (const minutes of [7, 22, 61]) await desk.work(customerId, minutes)

  expect(await desk.potentialOf(customerId)).toEqual([
    {
      customer: { id: customerId, name },
      entries: 3,
      minutes: 90,
      billableMinutes: 120,
      ready: { amount: '1900.00', currency: 'DKK' },
      heldEntries: 0,
      oldestWorkDate: '2026-03-02',
    },
  ])
})

test('E2, by entry: 12, 31 and 30 minutes by six, at least 30, at 1,200.00 are 1,920.00', async () => {
  const { id: customerId } = await buildCustomer(server)
  await buildAgreement(server, { customerId, ratePerHour: 120_000, incrementMinutes: 6, minimumMinutes: 30 })

  for (const minutes of [12, 31, 30]) await desk.work(customerId, minutes)

  expect(await desk.potentialOf(customerId)).toMatchObject([
    { billableMinutes: 96, ready: { amount: '1920.00', currency: 'DKK' } },
  ])
})

test('the potential opens to the time it comes from, oldest first, each amount explained', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 95_000 })
  await desk.work(customerId, 50)
  await desk.work(customerId, 10, { workDate: '2026-02-01' })
  await desk.work(customerId, 10, { isBillable: false })

  const answer = await desk.send(desk.finance, 'GET', `/potential/${customerId}/entries?count=exact`)

  expect(answer.json()).toMatchObject({
    data: [
      { workDate: '2026-02-01', amount: { amount: '158.33' } },
      {
        workDate: '2026-03-02',
        amount: { amount: '791.67' },
        explanation: [
          { step: 'rounded', actual: 50, billable: 50 },
          { step: 'rate', source: 'customer', ratePerHour: { amount: '950.00' } },
          { step: 'amount', minutes: 50, amount: { amount: '791.67' } },
        ],
      },
    ],
    page: { total: 2, hasMore: false },
  })
})

test('work after the day that is asked for is left out', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
  await desk.work(customerId, 60, { workDate: '2026-02-27' })
  await desk.work(customerId, 60, { workDate: '2026-02-28' })
  await desk.work(customerId, 60, { workDate: '2026-03-01' })

  const rows = await desk.potentialOf(customerId, '&to=2026-02-28')

  expect(rows).toMatchObject([{ entries: 2, ready: { amount: '1200.00' }, oldestWorkDate: '2026-02-27' }])
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
    { heldEntries: 1, ready: { amount: '0.00', currency: 'EUR' } },
  ])
})

test('pages follow one another by name and the totals are of the whole', async () => {
  const own = await startServer()
  const ownDesk = await openMoneyDesk(own)
  for (const name of ['Berg', 'Aalborg', 'Dragør', 'Dragør']) {
    const { id } = await buildCustomer(own, { name, ratePerHour: 60_000 })
    await ownDesk.work(id, 60)
  }
  type Listed = {
    data: { customer: { name: string } }[]
    page: { after: string | null; total?: number }
    totals: object[]
  }
  const list = async (query: string) =>
    (await ownDesk.send(ownDesk.finance, 'GET', `/potential?limit=3&${query}`)).json<Listed>()

  const first = await list('count=exact')
  const second = await list(`after=${String(first.page.after)}`)
  await own.close()

  expect([...first.data, ...second.data].map(({ customer }) => customer.name)).toEqual([
    'Aalborg',
    'Berg',
    'Dragør',
    'Dragør',
  ])
  expect(first.page.total).toBe(4)
  expect([first.totals, second.totals]).toEqual([
    [{ amount: '2400.00', currency: 'DKK' }],
    [{ amount: '2400.00', currency: 'DKK' }],
  ])
})

test('an unknown customer has no potential to open, and an agent may not look', async () => {
  const unknown = await desk.send(desk.finance, 'GET', `/potential/${newId()}/entries`)
  const byAgent = await desk.send(desk.agent, 'GET', '/potential')

  expect(unknown.statusCode).toBe(404)
  expect(byAgent.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'potential:read' })
})

test(
  'whatever the terms and minutes, pieces make the billable minutes and amounts the potential',
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
        for (const draft of entries) {
          await desk.send(desk.agent, 'POST', '/time-entries', {
            caseId,
            activityTypeId: SUPPORT_ACTIVITY_ID,
            ...draft,
          })
        }

        const billable = entries.filter(({ isBillable }) => isBillable)
        const minutes = billable.map((draft) =>
          Math.max(given.minimumMinutes, Math.ceil(draft.minutes / given.incrementMinutes) * given.incrementMinutes),
        )
        const ready = minutes.reduce((sum, each) => sum + Math.floor((each * given.ratePerHour + 30) / 60), 0)
        const billableMinutes = minutes.reduce((sum, each) => sum + each, 0)
        const [pieces] = await server.database.reader.rows<{ minutes: number; amount: number }>(
          Prisma.sql`SELECT coalesce(sum(p.minutes), 0)::int AS minutes, coalesce(sum(p.amount), 0)::float8 AS amount
            FROM cover_piece p JOIN time_entry t ON t.id = p.entry_id
            WHERE t.case_id = ${caseId}::uuid AND p.kind <> 'non_billable'`,
        )
        expect(pieces).toEqual({ minutes: billableMinutes, amount: ready })
        const rows = await desk.potentialOf(customerId)
        const expected = { billableMinutes, ready: { amount: (ready / 100).toFixed(2), currency: 'DKK' } }
        expect(rows).toMatchObject(billable.length === 0 ? [] : [expected])
      }),
      { numRuns: RUNS },
    )
    expect(await server.database.reader.rows(Prisma.sql`SELECT * FROM integrity_violations`)).toEqual([])
  },
  PROPERTY_TIMEOUT_MS,
)
