import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildContact, buildCustomer } from '../../../test/factories.ts'
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

const money = (amount: string) => ({ amount, currency: 'DKK' })

/** Ten seats of 300.00 a month, from 1 April 2026 unless said otherwise; today is that day. */
async function subscribe(line: object = {}, day = '2026-04-01') {
  desk.on(day)
  const { id: customerId } = await buildCustomer(server)
  const { id } = await desk.agree(customerId, { validFrom: day })
  const { id: lineId } = await desk.addLine(id, { quantity: 10, unitPrice: money('300.00'), ...line })
  return { id, lineId, customerId }
}

const change = (lineId: string, payload: object) =>
  desk.send('POST', `/subscription-lines/${lineId}/prices`, { reason: 'Agreed on the phone.', ...payload })

const index = (lineId: string, payload: object, what: 'indexations' | 'indexation-previews' = 'indexation-previews') =>
  desk.send('POST', `/subscription-lines/${lineId}/${what}`, {
    indexBase: '116.0',
    indexBaseMonth: '2025-10',
    indexNow: '117.2',
    indexNowMonth: '2026-10',
    ...payload,
  })

const charges = async (agreementId: string) =>
  (await desk.periods(agreementId)).map(({ kind, from, quantity, amount }) => [kind, from, quantity, amount.amount])

test('more seats within a period are charged for the rest of it, and in full from the next one on (R35)', async () => {
  const { id, lineId } = await subscribe()
  desk.on('2026-04-16')

  const changed = await change(lineId, { validFrom: '2026-04-16', quantity: 12 })
  desk.on('2026-05-01')
  await desk.settle()

  expect(changed.statusCode, changed.body).toBe(201)
  expect(await charges(id)).toEqual([
    ['regular', '2026-04-01', 10, '3000.00'],
    ['supplement', '2026-04-16', 2, '300.00'],
    ['regular', '2026-05-01', 12, '3600.00'],
  ])
})

test('a supplement of a day to come arises on that day', async () => {
  const { id, lineId } = await subscribe()

  await change(lineId, { validFrom: '2026-04-16', quantity: 12 })
  const before = await charges(id)
  desk.on('2026-04-16')
  await desk.settle()
  await desk.settle()

  expect(before).toHaveLength(1)
  expect(await charges(id)).toHaveLength(2)
})

test('more seats that are agreed after the next period was charged ahead are charged in both', async () => {
  const { id, lineId } = await subscribe({ leadDays: 20 })
  desk.on('2026-04-16')
  await desk.settle()

  await change(lineId, { validFrom: '2026-04-16', quantity: 12 })

  expect(await charges(id)).toEqual([
    ['regular', '2026-04-01', 10, '3000.00'],
    ['supplement', '2026-04-16', 2, '300.00'],
    ['regular', '2026-05-01', 10, '3000.00'],
    ['supplement', '2026-05-01', 2, '600.00'],
  ])
})

test('fewer seats and another price count from the next period; what is charged stays (R37)', async () => {
  const { id, lineId } = await subscribe()

  await change(lineId, { validFrom: '2026-04-16', quantity: 8 })
  await change(lineId, { validFrom: '2026-04-20', unitPrice: money('310.00') })
  desk.on('2026-05-01')
  await desk.settle()

  expect(await charges(id)).toEqual([
    ['regular', '2026-04-01', 10, '3000.00'],
    ['regular', '2026-05-01', 8, '2480.00'],
  ])
  const told = await server.database.reader.rows<{ changes: object; reason: string }>(
    Prisma.sql`SELECT payload -> 'changes' AS changes, payload ->> 'reason' AS reason FROM event
      WHERE subject_id = ${id}::uuid AND type = 'subscription.price_changed' ORDER BY sequence`,
  )
  expect(told).toEqual([
    { changes: [{ field: 'quantity', from: '10', to: '8' }], reason: 'Agreed on the phone.' },
    { changes: [{ field: 'unitPrice', from: '300.00 DKK', to: '310.00 DKK' }], reason: 'Agreed on the phone.' },
  ])
})

test('more seats also hold for a price that is planned already', async () => {
  const { id, lineId } = await subscribe()
  await index(lineId, { validFrom: '2026-06-01' }, 'indexations')

  await change(lineId, { validFrom: '2026-05-01', quantity: 12 })
  desk.on('2026-06-01')
  await desk.settle()

  expect((await charges(id)).at(-1)).toEqual(['regular', '2026-06-01', 12, '3637.20'])
})

test.for([
  ['a day that has a price', { validFrom: '2026-04-01', quantity: 11 }, 409, 'conflict'],
  ['a day before the line', { validFrom: '2026-03-31', quantity: 11 }, 409, 'movement_refused'],
  ['what it costs already', { validFrom: '2026-05-01', quantity: 10 }, 409, 'movement_refused'],
  ['nothing', { validFrom: '2026-05-01' }, 409, 'movement_refused'],
  [
    'another currency',
    { validFrom: '2026-05-01', unitPrice: { amount: '1.00', currency: 'EUR' } },
    422,
    'invalid_money',
  ],
] as const)('a change to %s is refused', async ([, payload, status, code]) => {
  const { lineId } = await subscribe()

  const answer = await change(lineId, payload)

  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
})

test.for([
  ['as it is', '2500.00', {}, '2525.86', 'index'],
  ['no more than its cap', '2500.00', { indexBase: '110.0', indexNow: '116.0', cap: '3' }, '2575.00', 'cap'],
  ['no less than its floor', '2500.00', { indexNow: '115.0', floor: '0' }, '2500.00', 'floor'],
  ['not for less than its threshold', '2500.00', { threshold: '1.5' }, '2500.00', 'threshold'],
] as const)('E14: a price follows the index %s', async ([, unitPrice, bounds, newPrice, decidedBy]) => {
  const { lineId } = await subscribe({ quantity: 1, unitPrice: money(unitPrice) })

  const preview = await index(lineId, bounds)

  expect(preview.json()).toEqual({
    oldPrice: money(unitPrice),
    newPrice: money(newPrice),
    decidedBy,
    earliest: '2026-05-01',
  })
})

test('E14: an indexed price has a month’s notice, keeps both values, and is told by letter in the reader’s language', async () => {
  const { id, lineId, customerId } = await subscribe({ quantity: 1, unitPrice: money('2500.00') })
  const manager = await buildContact(server, { customerId, role: 'manager' })
  const bookkeeper = await buildContact(server, { customerId, role: 'bookkeeper' })
  await buildContact(server, { customerId, role: 'requester' })
  await server.database.transact((tx) => tx.contact.update({ where: { id: manager.id }, data: { language: 'da' } }))

  const early = await index(lineId, { validFrom: '2026-04-30' }, 'indexations')
  const done = await index(lineId, { validFrom: '2026-05-01' }, 'indexations')
  desk.on('2026-05-01')
  await desk.settle()

  expect(early.json()).toMatchObject({ code: 'notice_too_short' })
  expect(done.json()).toMatchObject({
    prices: [
      {
        validFrom: '2026-05-01',
        unitPrice: money('2525.86'),
        kind: 'indexed',
        index: { base: '116', baseMonth: '2025-10', now: '117.2', nowMonth: '2026-10' },
      },
      { validFrom: '2026-04-01', unitPrice: money('2500.00'), kind: 'agreed', index: null },
    ],
  })
  expect((await charges(id)).at(-1)).toEqual(['regular', '2026-05-01', 1, '2525.86'])
  const mails = await server.database.reader.rows<{ to: string; subject: string; text: string }>(
    Prisma.sql`SELECT to_address AS "to", subject, text FROM mail WHERE kind = 'agreement.price_change' AND text LIKE ${`%${id}%`}`,
  )
  expect(mails.map(({ to, subject }) => [to, subject]).sort()).toEqual(
    [
      [`${manager.id}@customer.test`, 'Ny pris på Service desk fra 1. maj 2026'],
      [`${bookkeeper.id}@customer.test`, 'New price of Service desk from 1 May 2026'],
    ].sort(),
  )
  expect(mails.map(({ text }) => text).join('\n')).toContain('from 2500.00 DKK to 2525.86 DKK, without VAT')
})

test.for([
  ['a floor above its cap', { floor: '4', cap: '3' }, '/body/floor'],
  ['an index of nothing', { indexBase: '0' }, '/body/indexBase'],
  ['an index that is mistyped', { indexBase: '1.172' }, '/body/indexNow'],
] as const)('%s is refused', async ([, payload, pointer]) => {
  const { lineId } = await subscribe()

  const answer = await index(lineId, payload)

  expect(answer.json()).toMatchObject({ code: 'invalid_request', errors: [{ pointer }] })
})

test('an index that changes nothing changes nothing', async () => {
  const { lineId } = await subscribe()

  const answer = await index(lineId, { validFrom: '2026-06-01', threshold: '5' }, 'indexations')

  expect(answer.json()).toMatchObject({ code: 'movement_refused' })
  expect((await desk.line(lineId)).prices).toHaveLength(1)
})
