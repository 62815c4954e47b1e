import type { ExtranetInvoice, ExtranetInvoiceSummary } from '@timedesk/contracts/extranet-invoices'
import type { Money } from '@timedesk/contracts/primitives'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../../test/build-case.ts'
import { buildDocument } from '../../../test/build-document.ts'
import { send } from '../../../test/cases.ts'
import { buildContact, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { lookAsContact } from '../../../test/look-as-contact.ts'
import { openPostingDesk } from '../../../test/posting-desk.ts'
import { newId } from '../../platform/new-id.ts'

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

const PATH = '/api/extranet/v1/invoices'
type List = { data: ExtranetInvoiceSummary[]; page: { after: string | null; total?: number }; toPay: Money[] }
const read = (by: SignedIn, path = '') => send(server, by, 'GET', `${PATH}${path}`)
const list = async (by: SignedIn, query = '') => (await read(by, query)).json<List>()

/** A customer with its manager and its bookkeeper. */
async function buildHouse(given: object = {}) {
  const customerId = await desk.customer(given)
  const manager = await buildContact(server, { customerId, role: 'manager', seesAllCases: true })
  const bookkeeper = await buildContact(server, { customerId, role: 'bookkeeper' })
  return { customerId, manager, bookkeeper }
}

const bill = (customerId: string, issuedOn: string, dueOn: string, net = 100_000, more: object = {}) =>
  buildDocument(server, { customerId, issuedOn, dueOn, lines: [{ net }], ...more })
const pay = (invoiceId: string, customerId: string, amount: number) =>
  server.database.reader
    .rows(Prisma.sql`INSERT INTO payment (id, invoice_id, customer_id, amount, paid_on, recorded_by_name, at)
    VALUES (${newId()}::uuid, ${invoiceId}::uuid, ${customerId}::uuid, ${amount}, '2026-03-01', 'Sofie Lund', now())`)

test('posted documents are listed latest first, with their states and what is to be paid', async () => {
  const { customerId, bookkeeper } = await buildHouse()
  const overdue = await bill(customerId, '2026-02-01', '2026-02-15')
  const open = await bill(customerId, '2026-02-20', '2026-03-20', 200_000)
  const paid = await bill(customerId, '2026-02-21', '2026-03-21')
  await pay(paid.id, customerId, 125_000)
  const partly = await bill(customerId, '2026-02-22', '2026-03-22')
  await pay(partly.id, customerId, 25_000)
  const credited = await bill(customerId, '2026-02-23', '2026-03-23')
  const note = await bill(customerId, '2026-02-24', '2026-02-24', 100_000, {
    kind: 'credit_note',
    correctsId: credited.id,
  })
  await bill(customerId, '2026-02-25', '2026-03-25', 700_000, { state: 'draft' })
  const euro = await bill(customerId, '2026-02-26', '2026-03-26', 100_000, { currency: 'EUR', exchangeRate: 7_460_000 })

  const all = await list(bookkeeper, '?count=exact')
  const first = await list(bookkeeper, '?limit=4')
  const rest = await list(bookkeeper, `?limit=4&after=${first.page.after ?? ''}`)
  const owed = await list(bookkeeper, '?isOpen=true')

  expect(all.data.map(({ number, state, remaining }) => [number, state, remaining.amount])).toEqual([
    [euro.number, 'open', '1250.00'],
    [note.number, 'paid', '0.00'],
    [credited.number, 'credited', '0.00'],
    [partly.number, 'open', '1000.00'],
    [paid.number, 'paid', '0.00'],
    [open.number, 'open', '2500.00'],
    [overdue.number, 'overdue', '1250.00'],
  ])
  expect(all.page.total).toBe(7)
  expect(all.data[1]?.corrects).toEqual({ id: credited.id, number: credited.number })
  expect(all.toPay).toEqual([
    { amount: '4750.00', currency: 'DKK' },
    { amount: '1250.00', currency: 'EUR' },
  ])
  expect([...first.data, ...rest.data]).toEqual(all.data)
  expect(owed.data.map(({ number }) => number)).toEqual([euro.number, partly.number, open.number, overdue.number])
})

test('one is read with its lines, its VAT and its sums; cases that one may not see are left out', async () => {
  const { customerId, manager, bookkeeper } = await buildHouse()
  const { id: caseId } = await buildCase(server, { customerId })
  const { id } = await buildDocument(server, {
    ...{ customerId, discountBasisPoints: 1000 },
    lines: [
      { net: 79_167, text: 'Cannot print invoices', caseId },
      { net: 190_000, vatCategory: 'Z' },
    ],
  })

  const whole = (await read(manager, `/${id}`)).json<ExtranetInvoice>()
  const partial = (await read(bookkeeper, `/${id}`)).json<ExtranetInvoice>()

  expect(whole).toMatchObject({
    ...{ lineTotal: { amount: '2691.67' }, allowances: { amount: '269.17' }, net: { amount: '2422.50' } },
    vatBreakdown: [
      { category: 'S', rate: '25', base: { amount: '712.50' }, vat: { amount: '178.13' } },
      { category: 'Z', rate: '0', base: { amount: '1710.00' }, vat: { amount: '0.00' } },
    ],
    lines: [
      { text: 'Cannot print invoices', net: { amount: '791.67' }, vatRate: '25', case: { id: caseId } },
      { case: null },
    ],
  })
  expect(partial.lines.map((line) => line.case)).toEqual([null, null])
})

test('PDF and e-invoice are downloaded as they were posted', async () => {
  const { customerId, bookkeeper } = await buildHouse()
  await desk.work(customerId, 50)
  const { id, number } = await desk.postReady(customerId)

  const [pdf, shown, ubl] = [
    await read(bookkeeper, `/${id}/pdf`),
    await read(bookkeeper, `/${id}/pdf?inline=true`),
    await read(bookkeeper, `/${id}/ubl`),
  ]

  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.headers['content-disposition']).toContain(`attachment; filename="Invoice ${number ?? ''}.pdf"`)
  expect(shown.headers['content-disposition']).toContain('inline')
  expect(shown.headers['x-frame-options']).toBe('SAMEORIGIN')
  expect(ubl.body).toContain(`<cbc:ID>${number ?? ''}</cbc:ID>`)
  expect((await list(bookkeeper)).data).toMatchObject([{ id, number, hasUbl: true }])
})

const VIEWS = ['extranet_invoice', 'extranet_invoice_line', 'extranet_invoice_vat'] as const
const paths = (id: string) => ['', `/${id}`, `/${id}/pdf`, `/${id}/ubl`]

test.for([
  ['another customer’s bookkeeper', { own: false, role: 'bookkeeper', shows: true }, [200, 404, 404, 404]],
  ['a requester', { own: true, role: 'requester', shows: true }, [403, 403, 403, 403]],
  [
    'a manager whom the supplier does not show them',
    { own: true, role: 'manager', shows: false },
    [200, 404, 404, 404],
  ],
] as const)('%s sees nothing, over HTTP and for the database’s role', async ([, { own, role, shows }, statuses]) => {
  const { customerId } = await buildHouse({ showsInvoices: shows })
  const { id } = await bill(customerId, '2026-02-01', '2026-02-15')
  const reader = await buildContact(server, { ...(own && { customerId }), role, seesAllCases: true })

  const answers = await Promise.all(paths(id).map((path) => read(reader, path)))
  const seen = await Promise.all(
    VIEWS.map((view) => lookAsContact(server, { ...reader, role }, `SELECT * FROM ${view}`)),
  )

  expect(answers.map(({ statusCode }) => statusCode)).toEqual(statuses)
  expect(seen).toEqual([[], [], []])
  if (statuses[0] === 200) expect(answers[0]?.json<List>()).toMatchObject({ data: [], toPay: [] })
})

test('drafts are nobody’s to see, and the tables themselves are closed', async () => {
  const { customerId, manager } = await buildHouse()
  const { id } = await bill(customerId, '2026-02-01', '2026-02-15', 100_000, { state: 'draft' })

  const answers = await Promise.all(
    paths(id)
      .slice(1)
      .map((path) => read(manager, path)),
  )

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
  for (const table of ['invoice', 'invoice_line', 'invoice_source', 'payment', 'posting', 'potential_mark'])
    await expect(lookAsContact(server, manager, `SELECT 1 FROM ${table}`)).rejects.toMatchObject({ code: '42501' })
})
