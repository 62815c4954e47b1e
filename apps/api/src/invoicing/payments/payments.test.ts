import type { Payment } from '@timedesk/contracts/payments'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { money } from '../../../test/invoice-desk.ts'
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

/** A posted invoice of 1,250.00 with VAT. */
async function owed() {
  const customerId = await desk.customer()
  const invoice = await desk.post((await desk.draftLine(customerId)).id)
  return { customerId, ...invoice }
}

const tryToPay = (id: string, amount: string, given: object = {}) =>
  desk.change('POST', `/invoices/${id}/payments`, { amount: money(amount), paidOn: '2026-03-02', ...given })
const pay = async (id: string, amount: string, given: object = {}) => {
  const answer = await tryToPay(id, amount, given)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<Payment>()
}
const booked = async (id: string) =>
  (
    await server.database.pool.query<{ entry: string }>(
      "SELECT account || ' ' || (debit - credit) AS entry FROM posting WHERE deed_id = $1 ORDER BY position",
      [id],
    )
  ).rows.map(({ entry }) => entry)

test('an invoice is open until all of it is paid, and each payment is booked', async () => {
  const { id } = await owed()

  const first = await pay(id, '250.00', { reference: 'First part' })
  expect(await desk.invoice(id)).toMatchObject({ state: 'open', paid: money('250.00'), remaining: money('1000.00') })
  await pay(id, '1000')

  expect(first).toMatchObject({ amount: money('250.00'), reference: 'First part', isReversed: false })
  expect(await booked(first.id)).toEqual(['bank 25000', 'receivable -25000'])
  expect(await desk.invoice(id)).toMatchObject({ state: 'paid', remaining: money('0.00'), can: { pay: false } })
})

test.for([
  ['1250.01', {}, 'payment_refused', '/body/amount'],
  ['0', {}, 'payment_refused', '/body/amount'],
  ['1.00', { paidOn: '2026-03-03' }, 'payment_refused', '/body/paidOn'],
  ['1.00', { amount: money('1.00', 'EUR') }, 'invalid_money', '/body/amount/currency'],
] as const)('a payment of %s with %o is refused as %s', async ([amount, given, code, pointer]) => {
  const { id } = await owed()

  expect((await tryToPay(id, amount, given)).json()).toMatchObject({ code, errors: [{ pointer }] })
  expect(await desk.invoice(id)).toMatchObject({ payments: [], remaining: money('1250.00') })
})

test('of eight who record the same payment at once, no more is recorded than is owed', async () => {
  const { id } = await owed()

  const answers = await Promise.all(Array.from({ length: 8 }, () => tryToPay(id, '500.00')))

  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(2)
  expect(await desk.invoice(id)).toMatchObject({ remaining: money('250.00') })
})

test('a repeated request records one payment', async () => {
  const { id } = await owed()
  const headers = { 'idempotency-key': 'the-same-payment' }
  const body = { amount: money('100.00'), paidOn: '2026-03-02' }
  const once = () => desk.send(desk.finance, 'POST', `/invoices/${id}/payments`, body, headers)

  expect((await once()).body).toBe((await once()).body)
  expect(await desk.invoice(id)).toMatchObject({ paid: money('100.00') })
})

test('a payment that was a mistake is taken back once, and both stay in the books', async () => {
  const { id } = await owed()
  const payment = await pay(id, '1250.00')
  const reverse = (paymentId: string) =>
    desk.change('POST', `/payments/${paymentId}/reversal`, { reason: 'Of another customer.' })

  const [first, second] = await Promise.all([reverse(payment.id), reverse(payment.id)])

  expect([first.statusCode, second.statusCode].toSorted()).toEqual([201, 409])
  const made = (first.statusCode === 201 ? first : second).json<Payment>()
  expect(made).toMatchObject({ amount: money('-1250.00'), reverses: payment.id })
  expect(await booked(made.id)).toEqual(['bank -125000', 'receivable 125000'])
  expect((await reverse(made.id)).json()).toMatchObject({ code: 'payment_refused' })
  const invoice = await desk.invoice(id)
  expect(invoice).toMatchObject({ state: 'open', paid: money('0.00'), remaining: money('1250.00') })
  expect(invoice.payments.map(({ isReversed }) => isReversed)).toEqual([true, false])
})

test('what was paid and then credited is paid back on the credit note, and no more', async () => {
  const { id, customerId } = await owed()
  await pay(id, '1250.00')
  const note = await desk.post((await desk.credit(id)).id)
  expect(await desk.invoice(id)).toMatchObject({ remaining: money('-1250.00') })
  expect((await tryToPay(note.id, '1250.01')).json()).toMatchObject({ code: 'payment_refused' })

  const back = await pay(note.id, '1250.00')

  expect(await booked(back.id)).toEqual(['bank -125000', 'receivable 125000'])
  expect(await desk.invoice(id)).toMatchObject({ remaining: money('0.00') })
  expect(await desk.invoice(note.id)).toMatchObject({ remaining: money('0.00') })
  const { data } = await desk.succeed<{ data: Payment[] }>('GET', `/payments?customerId=${customerId}`)
  expect(data.map(({ invoice }) => invoice.kind).toSorted()).toEqual(['credit_note', 'invoice'])
})

test('an invoice that is credited before it was paid leaves nothing to be paid back', async () => {
  const { id } = await owed()
  const note = await desk.post((await desk.credit(id)).id)

  expect((await tryToPay(note.id, '1.00')).json()).toMatchObject({ code: 'payment_refused' })
  expect((await tryToPay(id, '1.00')).json()).toMatchObject({ code: 'payment_refused' })
})

test('a draft is not paid, and a closed day takes no payment', async () => {
  const customerId = await desk.customer()
  const draft = await desk.draftLine(customerId)
  expect((await tryToPay(draft.id, '1.00')).json()).toMatchObject({ code: 'invoice_not_posted' })
  const { id } = await owed()
  await server.database.pool.query(
    "UPDATE company SET hard_locked_through = '2026-02-28', soft_locked_through = '2026-02-28'",
  )
  expect((await tryToPay(id, '1.00', { paidOn: '2026-02-28' })).json()).toMatchObject({ code: 'period_locked' })
  expect((await tryToPay(id, '1.00', { paidOn: '2026-03-01' })).statusCode).toBe(201)
})
