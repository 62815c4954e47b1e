import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCustomer, buildEmployee } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { openMoneyDesk } from '../../test/money-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openMoneyDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openMoneyDesk(server)
})
afterAll(() => server.close())

const change = (id: string, payload: object, ifMatch = '*') =>
  desk.send(desk.finance, 'PATCH', `/agreements/${id}`, payload, { 'if-match': ifMatch })

const amountOf = async (entryId: string) =>
  (await desk.send(desk.agent, 'GET', `/time-entries/${entryId}`)).json<{ amount: { amount: string } | null }>().amount
    ?.amount ?? null

test('an agreement is made with a number of its own and found again', async () => {
  const { id: customerId, name } = await buildCustomer(server)
  const owner = await buildEmployee(server, { name: 'Sofie Lund' })

  const made = await desk.agree(customerId, { ownerId: owner.id, incrementMinutes: 15 })
  const { id, number } = made.json<{ id: string; number: number }>()
  const read = await desk.send(desk.agent, 'GET', `/agreements/${id}`)
  const list = await desk.send(desk.agent, 'GET', `/agreements?customerId=${customerId}&count=exact`)

  expect(made.statusCode, made.body).toBe(201)
  expect(number).toBeGreaterThan(0)
  expect(read.json()).toMatchObject({
    customer: { id: customerId, name },
    state: 'active',
    settlement: 'time_spent',
    validFrom: '2026-01-01',
    validTo: null,
    ratePerHour: { amount: '950.00', currency: 'DKK' },
    incrementMinutes: 15,
    minimumMinutes: 0,
    owner: { id: owner.id, name: 'Sofie Lund' },
  })
  expect(list.json()).toMatchObject({ data: [{ id }], page: { total: 1, hasMore: false } })
})

test('agreements are found by heading, number and customer', async () => {
  const { id: customerId, name } = await buildCustomer(server)
  const made = await desk.agree(customerId, { heading: 'Night watch of the servers' })
  const { id, number } = made.json<{ id: string; number: number }>()
  const find = async (search: string) =>
    (await desk.send(desk.agent, 'GET', `/agreements?count=exact&search=${encodeURIComponent(search)}`)).json<{
      data: { id: string }[]
      page: { total: number }
    }>()

  expect(await find('night WATCH')).toMatchObject({ data: [{ id }], page: { total: 1 } })
  expect(await find(name)).toMatchObject({ data: [{ id }], page: { total: 1 } })
  expect((await find(String(number))).data.map((found) => found.id)).toContain(id)
  expect((await find('day watch')).data).toEqual([])
})

test('a customer has one active agreement on time spent', async () => {
  const { id: customerId } = await buildCustomer(server)

  const answers = await Promise.all([desk.agree(customerId), desk.agree(customerId)])
  const second = await desk.agree(customerId)

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  expect(second.json()).toMatchObject({ code: 'agreement_exists' })
})

test.for([
  [
    'another currency',
    { ratePerHour: { amount: '9.00', currency: 'EUR' } },
    'invalid_money',
    '/body/ratePerHour/currency',
  ],
  ['an end before its beginning', { validTo: '2025-12-31' }, 'invalid_request', '/body/validTo'],
] as const)('an agreement with %s is refused', async ([, given, code, pointer]) => {
  const { id: customerId } = await buildCustomer(server)

  const answer = await desk.agree(customerId, given)

  expect(answer.json()).toMatchObject({ code, errors: [{ pointer }] })
})

test('time at a customer without any rate is held, and ready once an agreement names one', async () => {
  const { id: customerId } = await buildCustomer(server)
  const entry = await desk.work(customerId, 30)

  const held = await desk.potentialOf(customerId)
  await desk.agree(customerId)
  const ready = await desk.potentialOf(customerId)

  expect(entry.amount).toBeNull()
  expect(held).toMatchObject([
    { entries: 1, heldItems: [{ reason: 'missing_rate', items: 1 }], ready: { amount: '0.00' } },
  ])
  expect(ready).toMatchObject([{ entries: 1, heldItems: [], ready: { amount: '475.00', currency: 'DKK' } }])
})

test('time without a rate is ready once its customer names one; a second price leaves it', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = await desk.work(customerId, 30)
  const price = (amount: string) =>
    desk.send(desk.finance, 'PATCH', `/customers/${customerId}`, { ratePerHour: { amount, currency: 'DKK' } })

  const held = await amountOf(id)
  await price('800.00')
  const first = await amountOf(id)
  await price('900.00')

  expect([held, first, await amountOf(id)]).toEqual([null, '400.00', '400.00'])
})

test('time without a rate is ready once the company names one', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = await desk.work(customerId, 30)
  const administrator = await buildEmployee(server, { role: 'administrator' })
  const price = (ratePerHour: object | null) =>
    desk.send(administrator, 'PATCH', '/company', { ratePerHour }, { 'if-match': '*' })

  const named = await price({ amount: '700.00', currency: 'DKK' })
  await price(null)

  expect(named.statusCode, named.body).toBe(200)
  expect(await amountOf(id)).toBe('350.00')
})

test('a new agreement leaves what has a rate already', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
  const { id } = await desk.work(customerId, 60)

  await desk.agree(customerId)

  expect(await amountOf(id)).toBe('600.00')
})

test('new terms rate anew what is not invoiced, and each entry’s log tells it', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = (await desk.agree(customerId)).json<{ id: string }>()
  const later = await desk.work(customerId, 60)
  const earlier = await desk.work(customerId, 10, { workDate: '2026-02-01' })

  const changed = await change(id, { ratePerHour: { amount: '1200.00', currency: 'DKK' }, minimumMinutes: 30 })

  expect(changed.statusCode, changed.body).toBe(200)
  expect([await amountOf(earlier.id), await amountOf(later.id)]).toEqual(['600.00', '1200.00'])
  const told = await server.database.reader.rows<{ entryId: string; changes: object }>(
    Prisma.sql`SELECT payload ->> 'entryId' AS "entryId", payload -> 'changes' AS changes
      FROM event WHERE customer_id = ${customerId}::uuid AND type = 'time.changed' ORDER BY sequence`,
  )
  expect(told).toEqual([
    {
      entryId: earlier.id,
      changes: [
        { field: 'billableMinutes', from: '10', to: '30' },
        { field: 'amount', from: '158.33 DKK', to: '600.00 DKK' },
      ],
    },
    { entryId: later.id, changes: [{ field: 'amount', from: '950.00 DKK', to: '1200.00 DKK' }] },
  ])
})

test('a heading alone rates nothing anew', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = (await desk.agree(customerId)).json<{ id: string }>()
  await desk.work(customerId, 60)

  const changed = await change(id, { heading: 'Support 2026' })

  expect(changed.json()).toMatchObject({ heading: 'Support 2026', version: 2 })
  const told = await server.database.reader.rows(
    Prisma.sql`SELECT 1 FROM event WHERE customer_id = ${customerId}::uuid AND type = 'time.changed'`,
  )
  expect(told).toEqual([])
})

test('an agreement that ends covers work up to today; later work finds the next price', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
  const { id } = (await desk.agree(customerId)).json<{ id: string }>()
  const today = await desk.work(customerId, 60)
  const tomorrow = await desk.work(customerId, 60, { workDate: '2026-03-03' })

  const ended = await change(id, { state: 'ended' })
  const late = await desk.work(customerId, 60, { workDate: '2026-02-28' })

  expect(ended.json()).toMatchObject({ state: 'ended', validTo: '2026-03-02' })
  expect([await amountOf(today.id), await amountOf(tomorrow.id), late.amount?.amount]).toEqual([
    '950.00',
    '600.00',
    '950.00',
  ])
})

test('a suspended agreement keeps what it rated and takes nothing new', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
  const { id } = (await desk.agree(customerId)).json<{ id: string }>()
  const rated = await desk.work(customerId, 60)

  await change(id, { state: 'suspended' })
  const since = await desk.work(customerId, 60)

  expect([await amountOf(rated.id), since.amount?.amount]).toEqual(['950.00', '600.00'])
})

test('a change says which version it means', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = (await desk.agree(customerId)).json<{ id: string }>()

  const without = await desk.send(desk.finance, 'PATCH', `/agreements/${id}`, { heading: 'Other' })
  const stale = await change(id, { heading: 'Other' }, '"v9"')
  const byAgent = await desk.send(desk.agent, 'PATCH', `/agreements/${id}`, { heading: 'Other' }, { 'if-match': '*' })

  expect([without.statusCode, stale.statusCode, byAgent.statusCode]).toEqual([428, 412, 403])
})

test('time registered while the terms change never keeps the price of before', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = (await desk.agree(customerId)).json<{ id: string }>()

  await Promise.all([
    ...Array.from({ length: 8 }, () => desk.work(customerId, 60)),
    change(id, { ratePerHour: { amount: '1000.00', currency: 'DKK' } }),
    ...Array.from({ length: 8 }, () => desk.work(customerId, 60)),
  ])

  expect(await desk.potentialOf(customerId)).toMatchObject([{ entries: 16, ready: { amount: '16000.00' } }])
  expect(await server.database.reader.rows(Prisma.sql`SELECT * FROM integrity_violations`)).toEqual([])
})
