import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { lineOf, money, openInvoiceDesk, sumsOf } from '../../../test/invoice-desk.ts'
import { openVoucherDesk } from '../../../test/voucher-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openInvoiceDesk>>
let vouchers: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = await openInvoiceDesk(server)
  vouchers = openVoucherDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

const draftAll = (customerId: string, through = '2026-03-31') => desk.draft({ customerId, through })

test('E1: 7, 22 and 61 minutes by the quarter at 950.00 are 1,900.00, with VAT 2,375.00', async () => {
  const customerId = await desk.customer()
  await desk.agree(customerId, { incrementMinutes: 15, minimumMinutes: 15 })
  for (const minutes of [7, 22, 61]) await desk.work(customerId, minutes)

  const invoice = await draftAll(customerId)

  expect(sumsOf(invoice)).toBe('1900.00 475.00 2375.00 2375.00')
  expect(invoice.invoiceLines.map(({ quantity }) => quantity)).toEqual([15, 30, 75])
  expect(invoice.registered).toEqual(money('1900.00'))
})

test('E7: what a voucher does not cover is overage of 1,650.00, with VAT 2,062.50', async () => {
  const { customerId, agreementId } = await vouchers.prepaid({ overageRate: money('1100.00') })
  await vouchers.sell(agreementId)
  await vouchers.work(customerId, 540)
  await vouchers.work(customerId, 150)
  const [overage] = await desk.items(customerId, '&source=time')
  if (overage === undefined) throw new Error('There is no overage')

  const invoice = await desk.draft({ customerId, items: [{ source: 'time', sourceId: overage.sourceId }] })

  expect(sumsOf(invoice)).toBe('1650.00 412.50 2062.50 2062.50')
  expect(invoice.invoiceLines.map(lineOf)).toMatchObject([{ quantity: 90, unit: 'MIN', price: '1100.00', sources: 1 }])
})

test('E10: a fee of 4,000.00 and an hour beyond what it includes are 5,000.00, with VAT 6,250.00', async () => {
  const customerId = await desk.customer()
  const start = server.clock.now
  vouchers.on('2026-01-01')
  const { id } = await vouchers.agree(customerId, { overageRate: money('1000.00') })
  const quota = { unit: 'minutes', units: 300, rolloverPeriods: 1, rolloverMax: 300 }
  await vouchers.addLine(id, { quota })
  await vouchers.work(customerId, 180)
  const january = (await desk.items(customerId)).map(({ source, sourceId }) => ({ source, sourceId }))
  await desk.draft({ customerId, items: january })
  vouchers.on('2026-02-01')
  await vouchers.settle()
  await vouchers.work(customerId, 480)

  const invoice = await draftAll(customerId, '2026-02-28')
  server.clock.now = start

  expect(sumsOf(invoice)).toBe('5000.00 1250.00 6250.00 6250.00')
  expect(invoice.invoiceLines.map(lineOf)).toMatchObject([
    { quantity: 60, unit: 'MIN', price: '1000.00', net: '1000.00' },
    { quantity: 1, unit: 'C62', price: '4000.00', net: '4000.00' },
  ])
})

test('E11: 50 of 90 days of a quarter for 9,000.00 are 5,000.00, told by the day', async () => {
  const customerId = await desk.customer()
  const start = server.clock.now
  vouchers.on('2026-02-10')
  const { id } = await vouchers.agree(customerId, { validFrom: '2026-02-10' })
  await vouchers.addLine(id, { period: 'quarter', alignsToCalendar: true, unitPrice: money('9000.00') })

  const invoice = await draftAll(customerId)
  server.clock.now = start

  expect(sumsOf(invoice)).toBe('5000.00 1250.00 6250.00 6250.00')
  expect(invoice.invoiceLines).toMatchObject([
    {
      ...{ quantity: 50, unit: 'DAY', baseQuantity: 90, unitPrice: money('9000.00'), net: money('5000.00') },
      period: { from: '2026-02-10', to: '2026-03-31' },
    },
  ])
})

test('E15: three lines of 33.33 bear VAT of 25.00 together', async () => {
  const customerId = await desk.customer()
  const { id } = await desk.draft({ customerId })
  for (const text of ['One', 'Two', 'Three'])
    await desk.succeed('POST', `/invoices/${id}/lines`, { text, quantity: 1, unitPrice: money('33.33') })

  expect(sumsOf(await desk.invoice(id))).toBe('99.99 25.00 124.99 124.99')
})

test('E16: ten percent off two lines of 791.67 and 1,900.00', async () => {
  const customerId = await desk.customer({ discountBasisPoints: 1000, language: 'da' })
  await desk.work(customerId, 50)
  await desk.work(customerId, 120)

  const invoice = await draftAll(customerId)

  expect(invoice).toMatchObject({
    ...{ lineTotal: money('2691.67'), allowances: money('269.17'), discountPercent: '10' },
    ...{ discountReason: 'Aftalt rabat', language: 'da' },
  })
  expect(sumsOf(invoice)).toBe('2422.50 605.63 3028.13 3028.13')
  expect(invoice.vatBreakdown).toMatchObject([{ category: 'S', rate: '25', allowance: money('269.17') }])
})
