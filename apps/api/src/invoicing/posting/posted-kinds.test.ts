import type { Invoice } from '@timedesk/contracts/invoice'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { structureFaults } from '../../../../../packages/domain/test/ubl-structure.ts'
import { sumFaults } from '../../../../../packages/domain/test/ubl-sums.ts'
import { useBrowserParser } from '../../../test/browser-parser.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { money, sumsOf } from '../../../test/invoice-desk.ts'
import { openPostingDesk } from '../../../test/posting-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openPostingDesk>>

beforeAll(async () => {
  await useBrowserParser()
  server = await startServer()
  desk = await openPostingDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

async function eInvoiceOf({ id }: Invoice): Promise<string> {
  const answer = await server.app.inject({ url: `/api/v1/invoices/${id}/ubl`, headers: desk.finance.headers })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.body
}

/** What a document comes to, when its e-invoice is valid and adds up. */
async function judge(invoice: Invoice): Promise<string> {
  const xml = await eInvoiceOf(invoice)
  expect(structureFaults(xml)).toEqual([])
  expect(sumFaults(xml)).toEqual([])
  return sumsOf(invoice)
}

const german = {
  ...{
    countryCode: 'DE',
    vatTreatment: 'reverse_charge',
    vatId: 'DE123456789',
    cvr: '',
    city: 'Berlin',
    postalCode: '10115',
  },
  ...{ endpointScheme: '9930', endpointId: 'DE123456789' },
}

async function ownLines(customerId: string, lines: object[], change: object = {}): Promise<Invoice> {
  const { id } = await desk.draft({ customerId })
  for (const line of lines) await desk.succeed('POST', `/invoices/${id}/lines`, { text: 'Work', quantity: 1, ...line })
  if (Object.keys(change).length > 0) await desk.succeed('PATCH', `/invoices/${id}`, change)
  return desk.post(id)
}

test('time by the minute: 50 minutes at 950.00 (E4)', async () => {
  const customerId = await desk.customer()
  await desk.work(customerId, 50)
  const invoice = await desk.postReady(customerId)

  expect(await judge(invoice)).toBe('791.67 197.92 989.59 989.59')
  expect(await eInvoiceOf(invoice)).toContain('<cbc:InvoicedQuantity unitCode="MIN">50</cbc:InvoicedQuantity>')
})

test('several categories of VAT on one invoice', async () => {
  const customerId = await desk.customer()
  const invoice = await ownLines(customerId, [
    { unitPrice: money('1000.00') },
    { unitPrice: money('300.00'), vatCategory: 'Z', vatRate: '0' },
    { unitPrice: money('200.00'), vatCategory: 'E', vatRate: '0' },
  ])

  expect(await judge(invoice)).toBe('1500.00 250.00 1750.00 1750.00')
})

test('a discount of the whole document, and VAT once for each category (E15, E16)', async () => {
  const customerId = await desk.customer({ discountBasisPoints: 1000 })
  for (const minutes of [50, 120]) await desk.work(customerId, minutes)
  expect(await judge(await desk.postReady(customerId))).toBe('2422.50 605.63 3028.13 3028.13')

  const lines = Array.from({ length: 3 }, () => ({ unitPrice: money('33.33') }))
  expect(await judge(await ownLines(await desk.customer(), lines))).toBe('99.99 25.00 124.99 124.99')
})

test('the amount to pay is rounded (E25)', async () => {
  const lines = [{ unitPrice: money('2375.00') }]
  const invoice = await ownLines(await desk.customer(), lines, { roundTo: 50 })

  expect(await judge(invoice)).toBe('2375.00 593.75 2968.75 2969.00')
  expect(invoice.rounding).toEqual(money('0.25'))
  const note = await desk.post((await desk.credit(invoice.id)).id)
  expect(await judge(note)).toBe('2375.00 593.75 2968.75 2969.00')
})

test('a buyer in another EU country pays the VAT himself', async () => {
  const customerId = await desk.customer(german)
  await desk.work(customerId, 60)
  const invoice = await desk.postReady(customerId)

  expect(await judge(invoice)).toBe('950.00 0.00 950.00 950.00')
  expect(await eInvoiceOf(invoice)).toContain('VATEX-EU-AE')
})

test('an invoice in euro tells its VAT in kroner too, and is booked in kroner', async () => {
  await server.database.pool.query(
    "INSERT INTO currency_rate (currency, valid_from, rate, created_by_name, created_at) VALUES ('EUR', '2026-01-01', 7460000, 'x', now())",
  )
  const customerId = await desk.customer({ currency: 'EUR' })
  const invoice = await ownLines(customerId, [{ unitPrice: money('100.01', 'EUR') }])

  expect(await judge(invoice)).toBe('100.01 25.00 125.01 125.01')
  expect(invoice).toMatchObject({ exchangeRate: '7.46', accountingVat: money('186.50') })
  expect(await desk.books(invoice.id)).toEqual({ receivable: 93_257, revenue_other: -74_607, vat_payable: -18_650 })
  const paid = { amount: money('125.01', 'EUR'), paidOn: '2026-03-02' }
  await desk.succeed('POST', `/invoices/${invoice.id}/payments`, paid)
  expect(await desk.books(invoice.id)).toMatchObject({ bank: 93_257, receivable: 0 })
})

test('whole periods of a subscription, and a part of one (E11)', async () => {
  const customerId = await desk.customer()
  const plan = { customerId, heading: 'Plan', settlement: 'subscription', validFrom: '2026-01-01' }
  const { id } = await desk.succeed<{ id: string }>('POST', '/agreements', plan)
  const line = {
    description: 'Service desk',
    unitPrice: money('9000.00'),
    period: 'quarter',
    startsOn: '2026-02-10',
    alignsToCalendar: true,
  }
  await desk.succeed('POST', `/agreements/${id}/lines`, line)
  const whole = {
    description: 'Backup',
    unitPrice: money('400.00'),
    period: 'month',
    startsOn: '2026-03-01',
    quantity: 3,
  }
  await desk.succeed('POST', `/agreements/${id}/lines`, whole)
  const invoice = await desk.postReady(customerId)

  expect(await judge(invoice)).toBe('6200.00 1550.00 7750.00 7750.00')
  expect(
    invoice.invoiceLines.map(({ quantity, unit, net }) => `${String(quantity)} ${unit} ${net.amount}`).toSorted(),
  ).toEqual(['3 C62 1200.00', '50 DAY 5000.00'])
  expect(await desk.books(invoice.id)).toMatchObject({ deferred_subscriptions: -620_000 })
})

test('a public buyer is reached by its location number', async () => {
  const customerId = await desk.customer({ endpointScheme: '0088', endpointId: '5790000435975' })
  await desk.work(customerId, 30)
  const invoice = await desk.postReady(customerId)

  expect(await judge(invoice)).toBe('475.00 118.75 593.75 593.75')
  expect(await eInvoiceOf(invoice)).toContain('<cbc:EndpointID schemeID="0088">5790000435975</cbc:EndpointID>')
})

test('a voucher’s sale, and credit notes in part and in full', async () => {
  const customerId = await desk.customer({ invoiceDetail: 'entry' })
  const terms = { settlement: 'voucher', heading: 'Prepaid', validFrom: '2026-01-01', ratePerHour: money('950.00') }
  const { id: agreementId } = await desk.succeed<{ id: string }>('POST', '/agreements', { customerId, ...terms })
  for (const minutes of [7, 22]) await desk.work(customerId, minutes)
  const sale = { unit: 'minutes', quantity: 600, price: money('9000.00'), activateOn: 'posting' }
  await desk.succeed('POST', `/agreements/${agreementId}/vouchers`, sale)
  const invoice = await desk.postReady(customerId)
  expect(await judge(invoice)).toBe('9459.16 2364.79 11823.95 11823.95')

  const sources = invoice.invoiceLines.flatMap((line) => line.sources)
  const time = sources.find(({ item }) => item.source === 'time')
  const part = { id: time?.id, disposition: 'write_off', amount: money('33.33') }
  const first = await desk.post((await desk.credit(invoice.id, { sources: [part] })).id)
  expect(await judge(first)).toBe('33.33 8.33 41.66 41.66')
  const rest = await desk.post((await desk.credit(invoice.id, { disposition: 'write_off' })).id)

  expect(await judge(rest)).toBe('9425.83 2356.46 11782.29 11782.29')
})

test('a month’s invoice: a voucher, time and a subscription, each where it belongs in the books (E28)', async () => {
  const customerId = await desk.customer()
  const plan = { customerId, heading: 'Plan', settlement: 'subscription', validFrom: '2026-03-01' }
  const { id } = await desk.succeed<{ id: string }>('POST', '/agreements', plan)
  const fee = { description: 'Service desk', unitPrice: money('4000.00'), period: 'month', startsOn: '2026-03-01' }
  await desk.succeed('POST', `/agreements/${id}/lines`, fee)
  const prepaid = { customerId, heading: 'Prepaid', settlement: 'voucher', validFrom: '2026-03-01' }
  const { id: agreementId } = await desk.succeed<{ id: string }>('POST', '/agreements', prepaid)
  const sale = { unit: 'minutes', quantity: 600, price: money('9000.00'), validFrom: '2026-06-01' }
  for (const minutes of [15, 30, 75]) await desk.work(customerId, minutes, { workDate: '2026-02-27' })
  await desk.succeed('POST', `/agreements/${agreementId}/vouchers`, sale)

  const invoice = await desk.postReady(customerId)

  expect(await judge(invoice)).toBe('14900.00 3725.00 18625.00 18625.00')
  expect(await desk.books(invoice.id)).toEqual({
    deferred_subscriptions: -400_000,
    deferred_vouchers: -900_000,
    receivable: 1_862_500,
    revenue_time: -190_000,
    vat_payable: -372_500,
  })
})
