import type { Voucher } from '@timedesk/contracts/vouchers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { money, sumsOf } from '../../../test/invoice-desk.ts'
import { openPostingDesk } from '../../../test/posting-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openPostingDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openPostingDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** A customer who buys its hours in advance, and pays 950.00 for an hour beyond them. */
async function prepaid() {
  const customerId = await desk.customer()
  const terms = {
    settlement: 'voucher',
    heading: 'Prepaid hours',
    validFrom: '2026-01-01',
    ratePerHour: money('950.00'),
  }
  const { id: agreementId } = await desk.succeed<{ id: string }>('POST', '/agreements', { customerId, ...terms })
  return { customerId, agreementId }
}

/** Ten hours for 9,000.00. */
const sell = (agreementId: string, given: object = {}) =>
  desk.succeed<Voucher>('POST', `/agreements/${agreementId}/vouchers`, {
    ...{ unit: 'minutes', quantity: 600, price: money('9000.00'), validFrom: '2026-01-01', ...given },
  })
const voucher = (id: string) => desk.succeed<Voucher>('GET', `/vouchers/${id}`)
const kinds = async (customerId: string) =>
  (await desk.items(customerId)).map(({ source, amount }) => `${source} ${amount?.amount ?? ''}`)

test('a voucher is sold with VAT, opens at its posting, and is owed until it is used (E9)', async () => {
  const { customerId, agreementId } = await prepaid()
  const { id } = await sell(agreementId, { activateOn: 'posting' })
  expect(await voucher(id)).toMatchObject({ state: 'ordered' })

  const invoice = await desk.postReady(customerId)

  expect(sumsOf(invoice)).toBe('9000.00 2250.00 11250.00 11250.00')
  expect(await voucher(id)).toMatchObject({ state: 'active', available: 600 })
  expect(await desk.books(invoice.id)).toEqual({
    deferred_vouchers: -900_000,
    receivable: 1_125_000,
    vat_payable: -225_000,
  })
  await desk.work(customerId, 90)
  expect(await kinds(customerId)).toEqual([])
})

test('a voucher that waits for its payment opens when all of it is paid', async () => {
  const { customerId, agreementId } = await prepaid()
  const { id } = await sell(agreementId, { activateOn: 'payment' })
  const invoice = await desk.postReady(customerId)
  const pay = (amount: string) =>
    desk.succeed('POST', `/invoices/${invoice.id}/payments`, { amount: money(amount), paidOn: '2026-03-02' })

  await pay('11249.99')
  expect(await voucher(id)).toMatchObject({ state: 'ordered' })
  await pay('0.01')

  expect(await voucher(id)).toMatchObject({ state: 'active' })
})

test('a voucher that waits for its payment opens at its posting when nothing is to be paid', async () => {
  const { customerId, agreementId } = await prepaid()
  const { id } = await sell(agreementId, { activateOn: 'payment', price: money('0.00') })

  expect(await desk.postReady(customerId)).toMatchObject({ state: 'paid', payable: money('0.00') })

  expect(await voucher(id)).toMatchObject({ state: 'active' })
})

test('time that was charged goes back to a voucher that has the units', async () => {
  const { customerId, agreementId } = await prepaid()
  const work = await desk.work(customerId, 90)
  const invoice = await desk.postReady(customerId)
  expect(invoice.net.amount).toBe('1425.00')
  const draft = await desk.credit(invoice.id, { disposition: 'return_to_voucher' })
  expect((await desk.tryToPost(draft.id)).json()).toMatchObject({
    code: 'credit_refused',
    errors: [{ pointer: '/lines/0', code: 'balance_too_low' }],
  })
  const { id } = await sell(agreementId)

  await desk.post(draft.id)

  expect(await voucher(id)).toMatchObject({ available: 510 })
  expect(await kinds(customerId)).toEqual(['voucher_sale 9000.00'])
  expect(await desk.succeed('GET', `/time-entries/${work.id}`)).toMatchObject({
    amount: { amount: '0.00' },
    pieces: [{ kind: 'voucher', minutes: 90 }],
  })
})

test('a sold voucher is taken back for its unused units, and they are credited once', async () => {
  const { customerId, agreementId } = await prepaid()
  const { id } = await sell(agreementId)
  const invoice = await desk.postReady(customerId)
  await desk.work(customerId, 375)

  const draft = await desk.credit(invoice.id, { disposition: 'return_to_voucher' })
  expect(sumsOf(draft)).toBe('3375.00 843.75 4218.75 4218.75')
  const note = await desk.post(draft.id)

  expect(await voucher(id)).toMatchObject({
    state: 'cancelled',
    available: 0,
    credited: money('3375.00'),
    liability: money('0.00'),
  })
  expect(await kinds(customerId)).toEqual([])
  expect(await desk.books(note.id)).toEqual({ deferred_vouchers: 337_500, receivable: -421_875, vat_payable: 84_375 })
  expect(await desk.invoice(invoice.id)).toMatchObject({ remaining: money('7031.25') })
})

test('a voucher whose units were used since the note was drafted is not taken back for the old amount', async () => {
  const { customerId, agreementId } = await prepaid()
  const { id } = await sell(agreementId)
  const invoice = await desk.postReady(customerId)
  const draft = await desk.credit(invoice.id, { disposition: 'return_to_voucher' })
  await desk.work(customerId, 60)

  expect((await desk.tryToPost(draft.id)).json()).toMatchObject({
    code: 'credit_refused',
    errors: [{ pointer: '/lines/0', code: 'balance_too_low' }],
  })
  expect(await voucher(id)).toMatchObject({ state: 'active', available: 540 })
})

test('a subscription’s fee cannot go back to a voucher', async () => {
  const customerId = await desk.customer()
  const plan = { customerId, heading: 'Plan', settlement: 'subscription', validFrom: '2026-01-01' }
  const { id } = await desk.succeed<{ id: string }>('POST', '/agreements', plan)
  const line = { description: 'Service desk', period: 'month', unitPrice: money('4000.00'), startsOn: '2026-03-01' }
  await desk.succeed('POST', `/agreements/${id}/lines`, line)
  const invoice = await desk.postReady(customerId)

  expect((await desk.tryToCredit(invoice.id, { disposition: 'return_to_voucher' })).json()).toMatchObject({
    code: 'credit_refused',
    errors: [{ pointer: '/body/disposition', code: 'no_voucher' }],
  })
})

test('a voucher that was cancelled by itself is credited by a note of the invoice that sold it', async () => {
  const { customerId, agreementId } = await prepaid()
  const { id } = await sell(agreementId)
  const invoice = await desk.postReady(customerId)
  await desk.succeed('POST', `/vouchers/${id}/cancellation`, { reason: 'They changed their mind.' })

  const note = await desk.postReady(customerId)

  expect(note).toMatchObject({ kind: 'credit_note', corrects: { id: invoice.id } })
  expect(sumsOf(note)).toBe('9000.00 2250.00 11250.00 11250.00')
  expect(await desk.invoice(invoice.id)).toMatchObject({ state: 'credited' })
  expect((await desk.tryToCredit(invoice.id)).json()).toMatchObject({ code: 'credit_refused' })
})
