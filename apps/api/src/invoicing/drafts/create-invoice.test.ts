import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCustomer } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { keyOf, lineOf, money, openInvoiceDesk, sumsOf } from '../../../test/invoice-desk.ts'
import { openVoucherDesk } from '../../../test/voucher-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openInvoiceDesk>>
let vouchers: ReturnType<typeof openVoucherDesk>

beforeAll(async () => {
  server = await startServer()
  desk = await openInvoiceDesk(server)
  vouchers = openVoucherDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

test('chosen time becomes lines of a draft, and is potential no longer (E4)', async () => {
  const customerId = await desk.customer()
  await desk.work(customerId, 50, { customerText: 'Reset of the mail profile' })
  await desk.work(customerId, 20)
  const [item, other] = await desk.items(customerId)
  if (item === undefined || other === undefined) throw new Error('Work is missing')

  const invoice = await desk.draft({ customerId, items: [keyOf(item)] })

  expect(invoice).toMatchObject({ kind: 'invoice', state: 'draft', number: null, version: 1, orderReference: '' })
  expect(sumsOf(invoice)).toBe('791.67 197.92 989.59 989.59')
  expect(invoice.invoiceLines.map(lineOf)).toMatchObject([
    { quantity: 50, unit: 'MIN', price: '950.00', net: '791.67', registered: '791.67', sources: 1 },
  ])
  expect(invoice.invoiceLines[0]?.sources[0]).toMatchObject({
    item: { text: 'Reset of the mail profile', entry: { settled: { as: 'drafted', invoiceId: invoice.id } } },
    amount: money('791.67'),
  })
  expect((await desk.items(customerId)).map(keyOf)).toEqual([keyOf(other)])
  expect(await desk.invoice(invoice.id)).toMatchObject({ id: invoice.id, can: { edit: true, remove: true } })
  const { data, totals } = await desk.succeed<{ data: object[]; totals: object[] }>(
    'GET',
    `/invoices?customerId=${customerId}`,
  )
  expect(data).toMatchObject([{ id: invoice.id, state: 'draft', lines: 1, remaining: money('0.00') }])
  expect(totals).toEqual([{ currency: 'DKK', payable: money('989.59'), remaining: money('0.00') }])
})

const refused = async (payload: object) => (await desk.change('POST', '/invoices', payload)).json<object>()

test('a draft starts with the customer’s terms', async () => {
  const customerId = await desk.customer({
    ...{ buyerReference: 'Anna Berg', paymentTermsDays: 30, discountBasisPoints: 500, vatTreatment: 'reverse_charge' },
    ...{ vatId: 'DE123456789', countryCode: 'DE' },
  })
  await desk.agree(customerId, { poNumber: 'PO-4711' })
  await desk.work(customerId, 60)

  const invoice = await desk.draft({ customerId, through: '2026-03-31' })

  expect(invoice).toMatchObject({
    ...{ buyerReference: 'Anna Berg', orderReference: 'PO-4711', paymentTermsDays: 30, discountPercent: '5' },
    ...{ discountReason: 'Agreed discount', vatTreatment: 'reverse_charge', issuedOn: null, dueOn: null },
  })
  expect(invoice.contractReference).toMatch(/^\d+$/u)
  expect(sumsOf(invoice)).toBe('902.50 0.00 902.50 902.50')
})

test('items under two orders become two documents, each with its own', async () => {
  const customerId = await desk.customer()
  await desk.work(customerId, 60)
  await vouchers.agree(customerId, { settlement: 'voucher', poNumber: 'PO-2' }).then(({ id }) => vouchers.sell(id))

  const { documents } = await desk.draft({ customerId, through: '2026-03-31' })

  const orders = await Promise.all(documents.map(async (id) => (await desk.invoice(id)).orderReference))
  expect(orders.toSorted()).toEqual(['', 'PO-2'])
})

test('a voucher whose VAT falls due later is sold outside of the scope of VAT, alone', async () => {
  const customerId = await desk.customer()
  const { id } = await vouchers.agree(customerId, { settlement: 'voucher' })
  await vouchers.sell(id, { vatTiming: 'redemption' })
  await vouchers.sell(id)

  const { documents } = await desk.draft({ customerId, through: '2026-03-31' })

  const sums = await Promise.all(documents.map(async (one) => sumsOf(await desk.invoice(one))))
  expect(sums.toSorted()).toEqual(['9000.00 0.00 9000.00 9000.00', '9000.00 2250.00 11250.00 11250.00'])
})

test('a foreign currency comes with the rate of the day, and tells VAT in the company’s', async () => {
  const { id: customerId } = await buildCustomer(server)
  await server.database.transact(async (tx) => {
    await tx.customer.update({ where: { id: customerId }, data: { currency: 'EUR', ratePerHour: 10_000 } })
    const rate = { currency: 'EUR', rate: 7_460_000n, createdByName: 'Finance', createdAt: server.clock.now }
    await tx.currencyRate.create({ data: { ...rate, validFrom: new Date('2026-01-01') } })
  })
  await desk.work(customerId, 60)

  const invoice = await desk.draft({ customerId, through: '2026-03-31' })

  expect(invoice).toMatchObject({
    ...{ currency: 'EUR', exchangeRate: '7.46', vat: money('25.00', 'EUR'), accountingVat: money('186.50') },
  })
})

test('what gives back more than it charges is a credit note of positive amounts', async () => {
  const { customerId, agreementId } = await vouchers.prepaid()
  const { id } = await vouchers.sell(agreementId)
  const [sale] = await desk.items(customerId)
  if (sale === undefined) throw new Error('Nothing was sold')
  await desk.draft({ customerId, items: [keyOf(sale)] })
  await vouchers.move(id, 'cancellation', { reason: 'Sold by mistake.' })

  const note = await desk.draft({ customerId, through: '2026-03-31' })

  expect(note).toMatchObject({ kind: 'credit_note', corrects: null, registered: money('9000.00') })
  expect(sumsOf(note)).toBe('9000.00 2250.00 11250.00 11250.00')
  expect(note.problems).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ code: 'credit_without_original' })]),
  )
})

test('what is claimed, held, twice or somebody else’s cannot be drafted, and each is named', async () => {
  const customerId = await desk.customer()
  const stranger = await desk.customer()
  await desk.work(customerId, 10)
  await desk.work(customerId, 20)
  await desk.work(customerId, 40)
  await desk.work(stranger, 30)
  const [claimed, held, free] = (await desk.items(customerId)).map(keyOf)
  const [foreign] = (await desk.items(stranger)).map(keyOf)
  if (claimed === undefined || held === undefined || free === undefined || foreign === undefined) throw new Error()
  await desk.draft({ customerId, items: [claimed] })
  await desk.succeed('POST', '/potential-marks', { kind: 'hold', items: [held], reason: 'Ask first.' })

  const answer = await refused({ customerId, items: [claimed, free, held, free, foreign] })

  expect(answer).toMatchObject({
    code: 'item_taken',
    errors: [
      { pointer: '/body/items/0', code: 'taken' },
      { pointer: '/body/items/2', code: 'held' },
      { pointer: '/body/items/3', code: 'twice' },
      { pointer: '/body/items/4', code: 'taken' },
    ],
  })
  expect((await desk.items(customerId)).map(keyOf)).toContainEqual(free)
})

test('nothing ready, nobody known and two ways at once are refused', async () => {
  const customerId = await desk.customer()
  const items = [{ source: 'time', sourceId: newId() }]

  expect(await refused({ customerId, through: '2026-03-31' })).toMatchObject({ code: 'nothing_to_invoice' })
  expect(await refused({ customerId: newId() })).toMatchObject({ code: 'not_found' })
  expect(await refused({ customerId, items, through: '2026-03-31' })).toMatchObject({ code: 'invalid_request' })
})

test('what falls due later is not drafted with what is ready', async () => {
  const customerId = await desk.customer()
  await desk.work(customerId, 60)
  await desk.work(customerId, 60, { workDate: '2026-03-03' })

  const invoice = await desk.draft({ customerId, through: '2026-12-31' })

  expect(invoice.invoiceLines).toHaveLength(1)
  expect(await desk.items(customerId)).toMatchObject([{ day: '2026-03-03', state: 'future' }])
})
