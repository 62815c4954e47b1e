import type { EventItem } from '@timedesk/contracts/dialogue'
import type { Invoice } from '@timedesk/contracts/invoice'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { keyOf, lineOf, money, openInvoiceDesk, sumsOf } from '../../../test/invoice-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openInvoiceDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openInvoiceDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

/** A draft of 30, 60 and 90 minutes at 950.00, each a line. */
async function draftOfWork(given: object = {}): Promise<Invoice> {
  const customerId = await desk.customer(given)
  for (const minutes of [30, 60, 90]) await desk.work(customerId, minutes)
  return desk.draft({ customerId, through: '2026-03-31' })
}

/** A draft of one line for 30 and 60 minutes of a case. */
async function draftOfCase() {
  const customerId = await desk.customer()
  const first = await desk.work(customerId, 30, { customerText: 'Mail' })
  const { case: about } = await desk.succeed<{ case: { id: string } }>('GET', `/time-entries/${first.id}`)
  await desk.work(customerId, 61, { caseId: about.id, customerText: 'Printer', workDate: '2026-02-20' })
  return desk.draft({ customerId, through: '2026-03-31' })
}

const patch = (path: string, payload: object) => desk.succeed<Invoice>('PATCH', `/invoices/${path}`, payload)
const refused = async (path: string, payload: object, method: 'PATCH' | 'POST' = 'PATCH') =>
  (await desk.change(method, `/invoices/${path}`, payload)).json<object>()
const logOf = async (id: string) =>
  (await desk.succeed<{ data: z.output<typeof EventItem>[] }>('GET', `/invoices/${id}/log`)).data.map(
    ({ event }) => event,
  )

test('references, dates, discount and rounding of a draft change its sums and its log', async () => {
  const { id } = await draftOfWork()

  const changed = await patch(id, {
    ...{ issuedOn: '2026-03-05', paymentTermsDays: 30, buyerReference: 'Anna Berg', orderReference: 'PO-1' },
    ...{ discountPercent: '12.5', discountReason: 'Loyalty', roundTo: 50, note: 'Thank you.' },
  })

  expect(changed).toMatchObject({ issuedOn: '2026-03-05', buyerReference: 'Anna Berg', rounding: money('-0.19') })
  expect(sumsOf(changed)).toBe('2493.75 623.44 3117.19 3117.00')
  expect(await logOf(id)).toMatchObject([
    {
      type: 'invoice.changed',
      changes: expect.arrayContaining([
        { field: 'discountPercent', from: '0', to: '12.5' },
        { field: 'buyerReference', from: '', to: 'Anna Berg' },
      ]) as unknown,
    },
    { type: 'invoice.drafted', net: '2850.00 DKK', items: 3 },
  ])
  expect(await refused(id, { discountReason: '' })).toMatchObject({
    code: 'reason_missing',
    errors: [{ pointer: '/body/discountReason' }],
  })
})

test('another treatment for VAT taxes the lines anew', async () => {
  const { id } = await draftOfWork()

  const changed = await patch(id, { vatTreatment: 'reverse_charge' })

  expect(sumsOf(changed)).toBe('2850.00 0.00 2850.00 2850.00')
  expect(changed.vatBreakdown).toMatchObject([{ category: 'AE', rate: '0' }])
  expect(sumsOf(await patch(id, { vatTreatment: 'domestic' }))).toBe('2850.00 712.50 3562.50 3562.50')
})

test('a write-down needs a reason, keeps what was registered, and goes away again', async () => {
  const { id, invoiceLines } = await draftOfWork()
  const line = invoiceLines.find(({ quantity }) => quantity === 60)
  const path = `${id}/lines/${line?.id ?? ''}`

  const without = await refused(path, { net: money('900.00') })
  const down = await patch(path, { net: money('900.00'), adjustmentReason: 'Took longer than it should.' })
  const back = await patch(path, { net: money('950.00') })

  expect(without).toMatchObject({ code: 'reason_missing', errors: [{ pointer: '/body/adjustmentReason' }] })
  expect(down.invoiceLines.find((one) => one.id === line?.id)).toMatchObject({
    ...{ quantity: 60, unitPrice: money('950.00'), allowance: money('50.00'), allowanceReason: 'Discount' },
    ...{ net: money('900.00'), registered: money('950.00'), adjustmentReason: 'Took longer than it should.' },
    sources: [{ registered: money('950.00'), amount: money('900.00') }],
  })
  expect(down.registered).toEqual(money('2850.00'))
  expect(sumsOf(down)).toBe('2800.00 700.00 3500.00 3500.00')
  expect(back.invoiceLines.find((one) => one.id === line?.id)).toMatchObject({
    ...{ allowance: money('0.00'), allowanceReason: '', adjustmentReason: '' },
  })
})

test('another quantity or price charges just what they give, and the shares follow', async () => {
  const { id, invoiceLines } = await draftOfCase()
  const path = `${id}/lines/${invoiceLines[0]?.id ?? ''}`

  const less = await patch(path, { quantity: 60, adjustmentReason: 'Agreed.' })
  const up = await patch(path, { unitPrice: money('1000.00'), adjustmentReason: 'Weekend.' })

  expect(less.invoiceLines.map(lineOf)).toMatchObject([{ quantity: 60, net: '950.00', registered: '1440.83' }])
  expect(less.invoiceLines[0]?.sources.map(({ amount }) => amount.amount).toSorted()).toEqual(['313.19', '636.81'])
  expect(up.invoiceLines.map(lineOf)).toMatchObject([{ quantity: 60, price: '1000.00', net: '1000.00' }])
  expect(up.invoiceLines[0]?.adjustmentReason).toBe('Weekend.')
})

test('words and the place of a line change nothing else', async () => {
  const { id, invoiceLines } = await draftOfWork()
  const [first, second, third] = invoiceLines.map((line) => line.id)

  const moved = await patch(`${id}/lines/${third ?? ''}`, { position: 0, text: 'Printers', description: 'All of them' })

  expect(moved.invoiceLines.map((line) => line.id)).toEqual([third, first, second])
  expect(moved.invoiceLines[0]).toMatchObject({ text: 'Printers', description: 'All of them', position: 0 })
  expect(sumsOf(moved)).toBe('2850.00 712.50 3562.50 3562.50')
})

test.for([
  ['quantity that turns it', { quantity: -60, adjustmentReason: 'Turned.' }, 'line_refused'],
  ['VAT on what bears none', { vatCategory: 'E', vatRate: '25' }, 'line_refused'],
  ['a period that ends first', { period: { from: '2026-03-02', to: '2026-03-01' } }, 'line_refused'],
  ['more than an amount can be', { quantity: 10_000_000, unitPrice: money('9999999.00') }, 'line_refused'],
  ['another currency', { unitPrice: money('10.00', 'EUR') }, 'invalid_money'],
] as const)('a line cannot have %s', async ([, change, code]) => {
  const { id, invoiceLines } = await draftOfWork()

  expect(await refused(`${id}/lines/${invoiceLines[0]?.id ?? ''}`, change)).toMatchObject({ code })
})

test('a source that is taken off is potential again, and its line charges the rest', async () => {
  const { id, invoiceLines, customer } = await draftOfCase()
  const printer = invoiceLines[0]?.sources.find(({ item }) => item.text === 'Printer')

  const rest = await desk.succeed<Invoice>('DELETE', `/invoices/${id}/sources/${printer?.id ?? ''}`)

  expect(rest.invoiceLines.map(lineOf)).toMatchObject([
    { quantity: 30, net: '475.00', registered: '475.00', sources: 1 },
  ])
  expect(rest.invoiceLines[0]?.description).not.toContain('Printer')
  expect(rest.period).toEqual({ from: '2026-03-02', to: '2026-03-02' })
  expect((await desk.items(customer.id)).map(keyOf)).toEqual([printer && keyOf(printer.item)])
  const mail = rest.invoiceLines[0]?.sources[0]?.id ?? ''
  const empty = await desk.succeed<Invoice>('DELETE', `/invoices/${id}/sources/${mail}`)
  expect(empty.invoiceLines).toEqual([])
  expect(empty.problems).toMatchObject(expect.arrayContaining([expect.objectContaining({ code: 'lines_missing' })]))
})

test('of a line that was written down a source takes its own part along', async () => {
  const { id, invoiceLines } = await draftOfCase()
  const [line] = invoiceLines
  const path = `${id}/lines/${line?.id ?? ''}`
  const down = await patch(path, { net: money('1000.00'), adjustmentReason: 'Agreed.' })
  const [first] = down.invoiceLines[0]?.sources ?? []

  const rest = await desk.succeed<Invoice>('DELETE', `/invoices/${id}/sources/${first?.id ?? ''}`)

  const [other] = rest.invoiceLines[0]?.sources ?? []
  expect(other?.amount).toEqual(down.invoiceLines[0]?.sources.find(({ id: own }) => own === other?.id)?.amount)
  expect(rest.invoiceLines[0]?.net).toEqual(other?.amount)
})

test('a line of one’s own is taxed by the customer, and goes again', async () => {
  const customerId = await desk.customer({ vatTreatment: 'export' })
  const { id } = await desk.draft({ customerId })

  const added = await desk.succeed<Invoice>('POST', `/invoices/${id}/lines`, {
    ...{ text: 'Travel', quantity: 90, unit: 'MIN', unitPrice: money('600.00') },
  })

  expect(added.invoiceLines).toMatchObject([{ baseQuantity: 60, net: money('900.00'), vatCategory: 'G', vatRate: '0' }])
  const without = await desk.succeed<Invoice>('DELETE', `/invoices/${id}/lines/${added.invoiceLines[0]?.id ?? ''}`)
  expect(without.invoiceLines).toEqual([])
  expect((await logOf(id)).map(({ type }) => type)).toEqual([
    'invoice.line_removed',
    'invoice.line_added',
    'invoice.drafted',
  ])
})

test('a deleted draft gives back what it claimed, and its end is told', async () => {
  const { id, customer } = await draftOfWork()

  await desk.succeed('DELETE', `/invoices/${id}`)

  expect(await desk.items(customer.id)).toHaveLength(3)
  expect((await desk.change('GET', `/invoices/${id}`)).json()).toMatchObject({ code: 'not_found' })
  const { rows } = await server.database.pool.query('SELECT type FROM event WHERE subject_id = $1 ORDER BY sequence', [
    id,
  ])
  expect(rows).toEqual([{ type: 'invoice.drafted' }, { type: 'invoice.deleted' }])
})

test('a draft is changed by who read it last', async () => {
  const { id } = await draftOfWork()
  const [match] = (await desk.change('GET', `/invoices/${id}`)).headers.etag?.toString().split('-') ?? []
  const send = (headers: object) => desk.send(desk.finance, 'PATCH', `/invoices/${id}`, { note: newId() }, headers)

  const first = await send({ 'if-match': `${match ?? ''}"` })
  const second = await send({ 'if-match': `${match ?? ''}"` })
  const blind = await send({})

  expect([first, second, blind].map(({ statusCode }) => statusCode)).toEqual([200, 412, 428])
})
