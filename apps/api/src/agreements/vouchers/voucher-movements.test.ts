import type { Voucher } from '@timedesk/contracts/vouchers'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildEmployee } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { money, openVoucherDesk } from '../../../test/voucher-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>
let approverId: string
const reason = 'Agreed on the phone with Anna Berg.'

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
  approverId = (await buildEmployee(server, { role: 'lead', name: 'Sofie Lund' })).id
})
beforeEach(() => {
  desk.on('2026-03-02')
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

const movementsOf = async (agreementId: string) =>
  server.database.reader.rows<{ payload: object }>(
    Prisma.sql`SELECT payload FROM event WHERE subject_id = ${agreementId}::uuid AND type = 'voucher.moved' ORDER BY sequence`,
  )

test('a free top-up adds units without money: what is owed spreads over them', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const { id, name } = await desk.sell(agreementId)
  await desk.work(customerId, 300)

  const answer = await desk.move(id, 'adjustments', { units: 150, reason, approverId })
  await desk.work(customerId, 450)

  expect(answer.statusCode, answer.body).toBe(201)
  expect(answer.json()).toMatchObject({
    granted: 750,
    used: 300,
    available: 450,
    liability: money('4500.00'),
    version: 2,
  })
  const rows = await desk.ledger(id)
  expect(rows.map(({ kind, units, revenue }) => [kind, units, revenue.amount])).toEqual([
    ['sale', 600, '0.00'],
    ['draw', -300, '4500.00'],
    ['adjust', 150, '0.00'],
    ['draw', -450, '4500.00'],
  ])
  expect(rows[2]).toMatchObject({ reason, approvedBy: { id: approverId, name: 'Sofie Lund' } })
  expect(await movementsOf(agreementId)).toEqual([
    {
      payload: {
        ...{ name, movement: 'adjusted', units: 150, counterpart: null, reason, approvedByName: 'Sofie Lund' },
      },
    },
  ])
})

test('a top-up covers overage that waits', async () => {
  const { customerId, agreementId } = await desk.prepaid({ overagePolicy: 'approve' })
  const { id } = await desk.sell(agreementId, { quantity: 60 })
  await desk.work(customerId, 100)

  const answer = await desk.move(id, 'adjustments', { units: 50, reason, approverId })

  expect(answer.json()).toMatchObject({ used: 100, available: 10 })
})

test('units move to another voucher with what is owed for them, and both ledgers tell it', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const from = await desk.sell(agreementId)
  const to = await desk.sell(agreementId, { quantity: 100, price: money('2000.00'), expiresOn: '2026-12-31' })
  await desk.work(customerId, 40)

  const answer = await desk.move(from.id, 'transfers', { toVoucherId: to.id, units: 200, reason })

  expect(answer.statusCode, answer.body).toBe(201)
  expect(answer.json()).toMatchObject({ granted: 400, available: 400, liability: money('6000.00') })
  expect(await desk.voucher(to.id)).toMatchObject({
    granted: 300,
    used: 40,
    available: 260,
    liability: money('4200.00'),
  })
  expect((await desk.ledger(from.id)).at(-1)).toMatchObject({ kind: 'transfer_out', units: -200, counterpart: to.name })
  expect((await desk.ledger(to.id)).at(-1)).toMatchObject({
    kind: 'transfer_in',
    units: 200,
    counterpart: from.name,
    reason,
  })
  expect(await movementsOf(agreementId)).toMatchObject([
    { payload: { name: from.name, movement: 'transferred_out', units: -200, counterpart: to.name } },
    { payload: { name: to.name, movement: 'transferred_in', units: 200, counterpart: from.name } },
  ])
})

test('an expired voucher comes back with its units and what was owed when it is extended', async () => {
  const { customerId, agreementId } = await desk.prepaid({ overagePolicy: 'block' })
  const { id } = await desk.sell(agreementId, { expiresOn: '2026-03-31' })
  await desk.work(customerId, 200)
  desk.on('2026-04-02')
  await desk.settle()
  const waiting = await desk.work(customerId, 30)
  const refused = await desk.move(id, 'extensions', { expiresOn: '2026-04-01', reason })

  const answer = await desk.move(id, 'extensions', { expiresOn: '2026-06-30', reason })

  expect(refused.json()).toMatchObject({ code: 'movement_refused' })
  expect(waiting.pieces).toMatchObject([{ kind: 'overage', hold: 'blocked' }])
  expect(answer.json()).toMatchObject({
    ...{ state: 'active', expiresOn: '2026-06-30', used: 230, expired: 0, available: 370 },
    ...{ recognised: money('3450.00'), liability: money('5550.00') },
  })
  expect((await desk.ledger(id)).map(({ kind, units }) => [kind, units])).toEqual([
    ['sale', 600],
    ['draw', -200],
    ['expire', -400],
    ['extend', 400],
    ['draw', -30],
  ])
  desk.on('2026-07-01')
  await desk.settle()
  const endless = await desk.move(id, 'extensions', { expiresOn: null, reason })
  expect(endless.json()).toMatchObject({ state: 'active', expiresOn: null, available: 370, can: { extend: false } })
})

test('a voucher that has not expired gets a later day, and no unit moves', async () => {
  const { agreementId } = await desk.prepaid()
  const { id } = await desk.sell(agreementId, { validFrom: '2026-07-01', expiresOn: '2026-12-31' })

  const answer = await desk.move(id, 'extensions', { expiresOn: '2027-06-30', reason })

  expect(answer.json()).toMatchObject({ expiresOn: '2027-06-30', available: 600, version: 2 })
  expect(await desk.ledger(id)).toHaveLength(1)
  expect(await movementsOf(agreementId)).toMatchObject([{ payload: { movement: 'extended', units: 0, reason } }])
})

test('cancelling credits what is left at its purchase price; what was used stays earned and covered', async () => {
  const { customerId, agreementId } = await desk.prepaid()
  const { id } = await desk.sell(agreementId)
  const entry = await desk.work(customerId, 150)

  const answer = await desk.move(id, 'cancellation', { reason })
  const shorter = await desk.succeed<{ pieces: object[] }>('PATCH', `/time-entries/${entry.id}`, { minutes: 90 })
  const late = await desk.work(customerId, 30)

  expect(answer.json()).toMatchObject({
    ...{ state: 'cancelled', available: 0, recognised: money('2250.00'), credited: money('6750.00') },
    can: { activate: false, adjust: false, transfer: false, extend: false, cancel: false },
  })
  expect(shorter.pieces).toMatchObject([{ kind: 'voucher', minutes: 90, units: 90 }])
  expect(late.pieces).toMatchObject([{ kind: 'overage', minutes: 30 }])
  expect(await desk.voucher(id)).toMatchObject({ state: 'cancelled', available: 60, can: { cancel: true } })
  const again = await desk.move(id, 'cancellation', { reason })
  expect(again.json()).toMatchObject({ available: 0, recognised: money('1350.00'), credited: money('7650.00') })
})

test('an ordered voucher that is cancelled is credited whole', async () => {
  const { agreementId } = await desk.prepaid()
  const { id } = await desk.sell(agreementId, { activateOn: 'payment' })

  const answer = await desk.move(id, 'cancellation', { reason })

  expect(answer.json()).toMatchObject({ state: 'cancelled', credited: money('9000.00'), liability: money('0.00') })
})

type Cast = {
  id: string
  otherId: string
  casesId: string
  foreignId: string
  orderedId: string
  overId: string
  agentId: string
}
const more = { units: 10, reason }

test.for([
  [
    'more units than are left',
    (cast: Cast) => [cast.id, 'adjustments', { units: -601, reason, approverId }],
    'balance_too_low',
  ],
  [
    'the last units, which were paid for',
    ({ id }: Cast) => [id, 'adjustments', { units: -600, reason, approverId }],
    'movement_refused',
  ],
  [
    'units of an ordered voucher',
    ({ orderedId }: Cast) => [orderedId, 'adjustments', { ...more, approverId }],
    'movement_refused',
  ],
  [
    'units of one that is over',
    ({ overId }: Cast) => [overId, 'adjustments', { ...more, approverId }],
    'movement_refused',
  ],
  [
    'approval by an agent',
    ({ id, agentId }: Cast) => [id, 'adjustments', { ...more, approverId: agentId }],
    'reference_refused',
  ],
  ['approval by nobody', ({ id }: Cast) => [id, 'adjustments', { ...more, approverId: newId() }], 'reference_refused'],
  [
    'a transfer of too much',
    ({ id, otherId }: Cast) => [id, 'transfers', { toVoucherId: otherId, units: 601, reason }],
    'balance_too_low',
  ],
  ['a transfer to itself', ({ id }: Cast) => [id, 'transfers', { ...more, toVoucherId: id }], 'movement_refused'],
  [
    'minutes as cases',
    ({ id, casesId }: Cast) => [id, 'transfers', { ...more, toVoucherId: casesId }],
    'movement_refused',
  ],
  [
    'units of another customer',
    ({ id, foreignId }: Cast) => [id, 'transfers', { ...more, toVoucherId: foreignId }],
    'movement_refused',
  ],
  [
    'a transfer to one that is over',
    ({ id, overId }: Cast) => [id, 'transfers', { ...more, toVoucherId: overId }],
    'movement_refused',
  ],
  [
    'a transfer to nothing',
    ({ id }: Cast) => [id, 'transfers', { ...more, toVoucherId: newId() }],
    'reference_refused',
  ],
  [
    'an earlier last day',
    ({ id }: Cast) => [id, 'extensions', { expiresOn: '2026-11-30', reason }],
    'movement_refused',
  ],
  [
    'a last day for what has none',
    ({ otherId }: Cast) => [otherId, 'extensions', { expiresOn: '2027-12-31', reason }],
    'movement_refused',
  ],
  ['cancelling what is over', ({ overId }: Cast) => [overId, 'cancellation', { reason }], 'movement_refused'],
] as const)('%s is refused and nothing moves', async ([, ask, code]) => {
  const { agreementId } = await desk.prepaid()
  const foreign = await desk.prepaid()
  const cast: Cast = {
    id: (await desk.sell(agreementId, { expiresOn: '2026-12-31' })).id,
    otherId: (await desk.sell(agreementId)).id,
    casesId: (await desk.sell(agreementId, { unit: 'cases', quantity: 20 })).id,
    foreignId: (await desk.sell(foreign.agreementId)).id,
    orderedId: (await desk.sell(agreementId, { activateOn: 'payment' })).id,
    overId: (await desk.sell(agreementId, { expiresOn: '2026-02-28' })).id,
    agentId: (await buildEmployee(server)).id,
  }
  const [id, movement, payload] = ask(cast) as [string, string, object]

  const answer = await desk.move(id, movement, payload)

  expect(answer.json()).toMatchObject({ code })
  const { data } = await desk.succeed<{ data: Voucher[] }>('GET', `/vouchers?agreementId=${agreementId}`)
  expect(data.map(({ version, available }) => [version, available])).toEqual(
    [600, 600, 20, 600, 600].map((units) => [1, units]),
  )
  expect(await movementsOf(agreementId)).toEqual([])
})
