import type { Voucher } from '@timedesk/contracts/vouchers'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../../test/build-agreement.ts'
import { buildCustomer, buildEmployee } from '../../../test/factories.ts'
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

const eventsOf = async (agreementId: string, type: string) =>
  server.database.reader.rows<{ payload: object }>(
    Prisma.sql`SELECT payload FROM event WHERE subject_id = ${agreementId}::uuid AND type = ${type} ORDER BY sequence`,
  )

test('a voucher is sold with a number of its own, owes its price and can be read by id and number', async () => {
  const { customerId, customerName, agreementId } = await desk.prepaid()

  const answer = await desk.send('POST', `/agreements/${agreementId}/vouchers`, {
    ...{ unit: 'minutes', quantity: 600, price: money('9000.00'), expiresOn: '2026-12-31', remarks: 'Offer 17' },
  })

  expect(answer.statusCode, answer.body).toBe(201)
  const { id, number, name } = answer.json<Voucher>()
  expect(answer.headers.location).toBe(`/api/v1/vouchers/${id}`)
  expect(answer.json()).toEqual({
    ...{ id, number, name: `V-${String(number)}`, unit: 'minutes', quantity: 600, version: 1, remarks: 'Offer 17' },
    agreement: { id: agreementId, name: 'Prepaid hours' },
    customer: { id: customerId, name: customerName },
    ...{ price: money('9000.00'), unitPrice: money('900.00'), vatTiming: 'sale', activateOn: 'sale' },
    ...{ validFrom: '2026-03-02', expiresOn: '2026-12-31', soldOn: '2026-03-02', activatedOn: '2026-03-02' },
    ...{ cancelledOn: null, state: 'active', granted: 600, used: 0, pending: 0, expired: 0, available: 600 },
    ...{ recognised: money('0.00'), liability: money('9000.00'), credited: money('0.00') },
    ...{ burnPerWeek: 0, emptyOn: null },
    can: { activate: false, adjust: true, transfer: true, extend: true, cancel: true },
  })
  expect(await desk.voucher(String(number))).toEqual(answer.json())
  expect(await eventsOf(agreementId, 'voucher.sold')).toEqual([
    { payload: { name, unit: 'minutes', quantity: 600, price: '9000.00 DKK' } },
  ])
})

test('overage that waits is covered by a voucher that is sold for it, oldest first', async () => {
  const { customerId, agreementId } = await desk.prepaid({ overagePolicy: 'approve' })
  const later = await desk.work(customerId, 60, { workDate: '2026-02-20' })
  const earlier = await desk.work(customerId, 90, { workDate: '2026-02-10' })

  const { id } = await desk.sell(agreementId, { quantity: 100, validFrom: '2026-02-01' })

  const piecesOf = async (entry: { id: string }) => {
    const { pieces } = await desk.succeed<{ pieces: object[] }>('GET', `/time-entries/${entry.id}`)
    return pieces
  }
  expect(later.pieces).toMatchObject([{ kind: 'overage', minutes: 60, hold: 'approval' }])
  expect(await piecesOf(earlier)).toMatchObject([{ kind: 'voucher', minutes: 90, pool: { id } }])
  expect(await piecesOf(later)).toMatchObject([
    { kind: 'voucher', minutes: 10, pool: { id } },
    { kind: 'overage', minutes: 50, hold: 'approval' },
  ])
  expect(await desk.voucher(id)).toMatchObject({ state: 'exhausted', available: 0, used: 100 })
})

test('an ordered voucher covers nothing until it is activated, and then what waited', async () => {
  const { customerId, agreementId } = await desk.prepaid({ overagePolicy: 'block' })
  const ordered = await desk.sell(agreementId, { activateOn: 'payment' })
  const waiting = await desk.work(customerId, 60)

  const activated = await desk.move(ordered.id, 'activation')
  const again = await desk.move(ordered.id, 'activation')

  expect(ordered).toMatchObject({ state: 'ordered', activatedOn: null, can: { activate: true, adjust: false } })
  expect(waiting.pieces).toMatchObject([{ kind: 'overage', hold: 'blocked' }])
  expect(activated.statusCode, activated.body).toBe(201)
  expect(activated.json()).toMatchObject({ state: 'active', activatedOn: '2026-03-02', used: 60, available: 540 })
  expect(again.json()).toMatchObject({ code: 'movement_refused' })
})

test('what is drawn by time that waits for approval is pending; without approval all of it is used', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const { id } = await desk.sell(agreementId)
  await desk.work(customerId, 45)
  const setApproval = (approvesTime: boolean) =>
    server.database.transact((tx) => tx.company.update({ where: { id: 1 }, data: { approvesTime } }))

  await setApproval(true)
  const asked = await desk.voucher(id)
  await setApproval(false)

  expect(asked).toMatchObject({ used: 0, pending: 45, available: 555 })
  expect(await desk.voucher(id)).toMatchObject({ used: 45, pending: 0, available: 555 })
})

test('a forecast looks back on eight weeks: 80 minutes in them are ten a week', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const { id } = await desk.sell(agreementId, { quantity: 200 })
  await desk.work(customerId, 100, { workDate: '2026-01-05' })
  await desk.work(customerId, 80, { workDate: '2026-02-20' })

  expect(await desk.voucher(id)).toMatchObject({ available: 20, burnPerWeek: 10, emptyOn: '2026-03-16' })
})

test('lists have the newest first, filtered and page by page', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const sold = [
    await desk.sell(agreementId),
    await desk.sell(agreementId, { quantity: 30, expiresOn: '2026-01-31' }),
    await desk.sell(agreementId, { activateOn: 'posting' }),
    await desk.sell(agreementId, { quantity: 40, expiresOn: '2026-06-30' }),
  ]
  await desk.work(customerId, 40)
  const list = async (query: string) => {
    type Listed = { data: Voucher[]; page: { after: string | null; hasMore: boolean; total?: number } }
    const { data, page } = await desk.succeed<Listed>('GET', `/vouchers?customerId=${customerId}&${query}`)
    return { names: data.map(({ name }) => name), page }
  }
  const named = (...places: number[]) => places.map((place) => sold[place]?.name)

  const first = await list('limit=3&count=exact')
  const second = await list(`limit=3&after=${String(first.page.after)}`)

  expect(first).toMatchObject({ names: named(3, 2, 1), page: { hasMore: true, total: 4 } })
  expect(second).toMatchObject({ names: named(0), page: { hasMore: false } })
  const states = ['active', 'expired', 'ordered', 'exhausted', 'cancelled']
  const byState = await Promise.all(states.map((state) => list(`state=${state}&count=exact`)))
  expect(byState.map(({ names }) => names)).toEqual([named(0), named(1), named(2), named(3), []])
  expect(byState.map(({ page }) => page.total)).toEqual([1, 1, 1, 1, 0])
})

test.for([
  ['an agreement by the hour', { settlement: 'time_spent' }, {}, 409, 'settlement_refused'],
  ['a draft', { state: 'draft' }, {}, 409, 'agreement_state_refused'],
  [
    'one that ends before the voucher begins',
    { validTo: '2026-05-31' },
    { validFrom: '2026-06-01' },
    409,
    'agreement_state_refused',
  ],
  ['other money', {}, { price: money('9.00', 'EUR') }, 422, 'invalid_money'],
  ['an end before the beginning', {}, { expiresOn: '2025-12-31' }, 400, 'invalid_request'],
  ['no units', {}, { quantity: 0 }, 400, 'invalid_request'],
] as const)('nothing is sold under %s', async ([, agreement, given, status, code]) => {
  const { customerId, agreementId } = await desk.prepaid(agreement)

  const answer = await desk.send('POST', `/agreements/${agreementId}/vouchers`, {
    ...{ unit: 'minutes', quantity: 600, price: money('9000.00'), validFrom: '2026-01-01' },
    ...given,
  })

  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
  const { data } = await desk.succeed<{ data: object[] }>('GET', `/vouchers?customerId=${customerId}`)
  expect(data).toEqual([])
})

test('an agreement and a voucher that do not exist are not found', async () => {
  const sale = { unit: 'minutes', quantity: 600, price: money('9000.00') }

  const answers = [
    await desk.send('POST', `/agreements/${newId()}/vouchers`, sale),
    await desk.send('GET', `/vouchers/${newId()}`),
    await desk.send('GET', '/vouchers/999999'),
    await desk.move(newId(), 'activation'),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404])
})

test('an agent sees vouchers and may move none of them', async () => {
  const { agreementId } = await desk.prepaid()
  const { id } = await desk.sell(agreementId)
  const agent = await buildEmployee(server)
  const ask = (method: 'GET' | 'POST', url: string, payload?: object) =>
    server.app.inject({ method, url: `/api/v1${url}`, headers: agent.headers, ...(payload && { payload }) })

  const read = await ask('GET', `/vouchers/${id}`)
  const cancelled = await ask('POST', `/vouchers/${id}/cancellation`, { reason: 'Because' })

  expect(read.json()).toMatchObject({
    can: { activate: false, adjust: false, transfer: false, extend: false, cancel: false },
  })
  expect(cancelled.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'voucher:write' })
})

test('a sale that is sent twice under one key is one sale', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const finance = await buildEmployee(server, { role: 'finance' })
  const key = newId()
  const sell = () =>
    server.app.inject({
      method: 'POST',
      url: `/api/v1/agreements/${agreementId}/vouchers`,
      headers: { ...finance.headers, 'idempotency-key': key },
      payload: { unit: 'minutes', quantity: 600, price: money('9000.00') },
    })

  const [first, second] = [await sell(), await sell()]

  expect(second.headers['idempotency-replayed']).toBe('true')
  expect(second.json()).toEqual(first.json())
  const { data } = await desk.succeed<{ data: object[] }>('GET', `/vouchers?customerId=${customerId}`)
  expect(data).toHaveLength(1)
})

test('vouchers of one customer pay for nobody else', async () => {
  const { agreementId } = await desk.prepaid()
  await desk.sell(agreementId)
  const other = await buildCustomer(server)
  await buildAgreement(server, { customerId: other.id, ratePerHour: 60_000 })

  const entry = await desk.work(other.id, 60)

  expect(entry.pieces).toMatchObject([{ kind: 'time_spent', amount: money('600.00') }])
})
