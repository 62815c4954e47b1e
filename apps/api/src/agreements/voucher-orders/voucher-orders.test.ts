import type { VoucherOrder } from '@timedesk/contracts/voucher-orders'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverAll } from '../../../test/deliver-all.ts'
import { send } from '../../../test/cases.ts'
import { buildContact, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { lookAsContact } from '../../../test/look-as-contact.ts'
import { money, openVoucherDesk } from '../../../test/voucher-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openVoucherDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const ten = { unit: 'minutes', quantity: 600 } as const
const pathOf = (agreementId: string) => `/api/extranet/v1/agreements/${agreementId}/voucher-orders`
const order = (by: SignedIn, agreementId: string, payload: object = ten) =>
  send(server, by, 'POST', pathOf(agreementId), payload)
const listed = async (by: SignedIn, agreementId: string) =>
  (await send(server, by, 'GET', pathOf(agreementId))).json<{ data: VoucherOrder[]; offers: object[] }>()

/** A customer that has bought ten hours before, and its manager. */
async function buildBuyer() {
  const { customerId, agreementId } = await desk.prepaid()
  await desk.sell(agreementId)
  const manager = await buildContact(server, { customerId, role: 'manager', name: 'Anna Berg' })
  return { customerId, agreementId, manager }
}

test('what was sold before is offered, each size once at its last price, cancelled ones left out', async () => {
  const { agreementId, manager } = await buildBuyer()
  await desk.sell(agreementId, { unit: 'cases', quantity: 20, price: money('15000.00') })
  await desk.sell(agreementId, { price: money('9500.00') })
  const wrong = await desk.sell(agreementId, { quantity: 60, price: money('1.00') })
  await desk.succeed('POST', `/vouchers/${wrong.id}/cancellation`, { reason: 'Mistyped.' })

  const { data, offers } = await listed(manager, agreementId)

  expect(data).toEqual([])
  expect(offers).toEqual([
    { unit: 'minutes', quantity: 600, price: money('9500.00') },
    { unit: 'cases', quantity: 20, price: money('15000.00') },
  ])
})

test('an order keeps what was offered, and staff finds it', async () => {
  const { customerId, agreementId, manager } = await buildBuyer()

  const ordered = await order(manager, agreementId, { ...ten, message: 'Before Monday, please.' })

  expect(ordered.statusCode).toBe(201)
  expect(ordered.json()).toMatchObject({
    ...{ state: 'open', ...ten, price: money('9000.00'), orderedBy: 'Anna Berg', message: 'Before Monday, please.' },
    ...{ voucher: null, reason: '' },
  })
  const waiting = await desk.succeed<{ data: VoucherOrder[] }>('GET', `/voucher-orders?customerId=${customerId}`)
  expect(waiting.data).toMatchObject([
    { customer: { id: customerId }, agreement: { id: agreementId }, orderedBy: 'Anna Berg' },
  ])
})

test('accepted, it is sold in the same go, and the contact reads which voucher it became', async () => {
  const { agreementId, manager } = await buildBuyer()
  const { id } = (await order(manager, agreementId)).json<VoucherOrder>()

  const accepted = await desk.succeed<VoucherOrder>('POST', `/voucher-orders/${id}/acceptance`, {})
  const voucher = await desk.voucher(accepted.voucher?.id ?? '')

  expect(accepted).toMatchObject({ state: 'accepted', voucher: { name: voucher.name } })
  expect(voucher).toMatchObject({ ...ten, price: money('9000.00'), state: 'active', agreement: { id: agreementId } })
  expect((await listed(manager, agreementId)).data).toMatchObject([
    { state: 'accepted', voucher: { name: voucher.name } },
  ])
})

test('it may be sold at another price, and be activated by its payment', async () => {
  const { agreementId, manager } = await buildBuyer()
  const { id } = (await order(manager, agreementId)).json<VoucherOrder>()

  const accepted = await desk.succeed<VoucherOrder>('POST', `/voucher-orders/${id}/acceptance`, {
    ...{ price: money('8500.00'), activateOn: 'payment', expiresOn: '2026-12-31' },
  })

  expect(await desk.voucher(accepted.voucher?.id ?? '')).toMatchObject({
    ...{ price: money('8500.00'), state: 'ordered', activateOn: 'payment', expiresOn: '2026-12-31' },
  })
})

test('declined, it has a reason that the contact reads', async () => {
  const { agreementId, manager } = await buildBuyer()
  const { id } = (await order(manager, agreementId)).json<VoucherOrder>()

  await desk.succeed('POST', `/voucher-orders/${id}/refusal`, { reason: 'The last one is not paid.' })

  expect((await listed(manager, agreementId)).data).toMatchObject([
    { state: 'declined', voucher: null, reason: 'The last one is not paid.' },
  ])
})

test('of decisions at once, one is taken and one voucher sold', async () => {
  const { customerId, agreementId, manager } = await buildBuyer()
  const { id } = (await order(manager, agreementId)).json<VoucherOrder>()
  await desk.send('GET', '/company')

  const answers = await Promise.all(
    Array.from({ length: 6 }, () => desk.send('POST', `/voucher-orders/${id}/acceptance`, {})),
  )

  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409, 409, 409, 409])
  const { data } = await desk.succeed<{ data: object[] }>('GET', `/vouchers?customerId=${customerId}`)
  expect(data).toHaveLength(2)
})

test.for([
  ['a size that is not offered', {}, { unit: 'minutes', quantity: 601 }, 'offer_unknown'],
  ['hours, where work is paid as it is done', { settlement: 'time_spent' }, ten, 'settlement_refused'],
] as const)('%s cannot be ordered', async ([, given, payload, code]) => {
  const { customerId, agreementId } = await desk.prepaid(given)
  const manager = await buildContact(server, { customerId, role: 'manager' })

  expect((await order(manager, agreementId, payload)).json()).toMatchObject({ code })
})

test('only managers of the customer itself order, over HTTP and for the database’s role', async () => {
  const { customerId, agreementId, manager } = await buildBuyer()
  const requester = await buildContact(server, { customerId })
  const bookkeeper = await buildContact(server, { customerId, role: 'bookkeeper' })
  const stranger = await buildContact(server, { role: 'manager' })
  await order(manager, agreementId)

  const answers = await Promise.all([requester, bookkeeper, stranger].map((by) => order(by, agreementId)))
  const reads = await Promise.all([requester, stranger].map((by) => send(server, by, 'GET', pathOf(agreementId))))
  const look = (who: SignedIn & { customerId: string; role: 'requester' | 'bookkeeper' | 'manager' }) =>
    lookAsContact(
      server,
      who,
      'SELECT number AS n FROM voucher_order UNION ALL SELECT sold_as FROM extranet_voucher_offer',
    )

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 404])
  expect(reads.map(({ statusCode }) => statusCode)).toEqual([403, 404])
  expect((await listed(bookkeeper, agreementId)).offers).toEqual([])
  expect(await look({ ...requester, role: 'requester' })).toEqual([])
  expect(await look({ ...stranger, role: 'manager' })).toEqual([])
  expect(await look({ ...bookkeeper, role: 'bookkeeper' })).toHaveLength(1)
  expect(await look({ ...manager, role: 'manager' })).toHaveLength(2)
})

test('who owns the agreement hears of an order, else finance; the contact hears of the answer', async () => {
  const owner = await buildEmployee(server, { name: 'Mette Holm' })
  const owned = await buildBuyer()
  await desk.succeed('PATCH', `/agreements/${owned.agreementId}`, { ownerId: owner.id })
  const { id } = (await order(owned.manager, owned.agreementId)).json<VoucherOrder>()
  await desk.succeed('POST', `/voucher-orders/${id}/refusal`, { reason: 'Not now.' })
  const free = await buildBuyer()
  await order(free.manager, free.agreementId)

  await deliverAll(server)

  const mails = await server.database.reader.rows<{
    to: string
    kind: string
    page: string
  }>(Prisma.sql`SELECT m.to_name AS to, m.kind,
      substring(m.text FROM '/agreements/[0-9a-f-]+') AS page FROM mail m WHERE m.kind LIKE 'voucher.%' ORDER BY m.id`)
  const of = (agreementId: string) => mails.filter(({ page }) => page === `/agreements/${agreementId}`)
  expect(of(owned.agreementId).map(({ to, kind }) => [to, kind])).toEqual([
    ['Mette Holm', 'voucher.ordered'],
    ['Anna Berg', 'voucher.order_decided'],
  ])
  const financeNames = await server.database.reader.rows<{ name: string }>(
    Prisma.sql`SELECT name FROM employee WHERE role = 'finance' AND is_active ORDER BY name`,
  )
  expect(
    of(free.agreementId)
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual(financeNames.map(({ name }) => name))
})
