import { z } from 'zod'
import { AccountKind, ExchangeRate, Percent } from './invoicing-settings.ts'
import { InvoiceKind, UnitCode, VatCategoryCode } from './invoice.ts'
import { Day, Id, Instant, Money, Reference, queryInteger } from './primitives.ts'
import { defineRoute } from './route.ts'

/** A bookkeeping entry in the company's currency; the entries of a deed balance. */
export const Posting = z
  .object({
    id: Id,
    deed: z.enum(['invoice', 'payment', 'voucher_movement', 'subscription_month']),
    deedId: Id,
    bookedOn: Day,
    account: AccountKind,
    accountNumber: z.string().meta({ description: 'As it is set for that kind.', examples: ['5600'] }),
    debit: Money,
    credit: Money,
    documentAmount: Money.meta({ description: 'Signed, in the document’s currency: debit positive.' }),
    vatCategory: VatCategoryCode.nullable(),
    text: z.string(),
    customer: Reference,
    customerNumber: z.int(),
    agreement: Reference.nullable(),
    invoiceNumber: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'Posting' })
export type Posting = z.infer<typeof Posting>

/** A posted document as bookkeeping takes it over. */
export const BookedInvoice = z
  .object({
    id: Id,
    kind: InvoiceKind,
    number: z.string(),
    issuedOn: Day,
    dueOn: Day.nullable(),
    customer: Reference,
    customerNumber: z.int(),
    customerCvr: z.string(),
    customerVatId: z.string(),
    orderReference: z.string(),
    corrects: z.string().nullable().meta({ description: 'The number of the invoice that it credits.' }),
    exchangeRate: ExchangeRate.nullable(),
    net: Money,
    vat: Money,
    rounding: Money,
    payable: Money,
    accountingVat: Money.nullable(),
    vatBreakdown: z.array(z.object({ category: VatCategoryCode, rate: Percent, base: Money, vat: Money })),
    lines: z.array(
      z.object({
        position: z.int(),
        text: z.string(),
        quantity: z.int(),
        unit: UnitCode,
        unitPrice: Money,
        baseQuantity: z.int(),
        net: Money,
        vatCategory: VatCategoryCode,
        vatRate: Percent,
        agreement: z.string().nullable(),
        caseNumber: z.int().nullable(),
      }),
    ),
    postedAt: Instant,
  })
  .meta({ id: 'BookedInvoice' })
export type BookedInvoice = z.infer<typeof BookedInvoice>

const ExportFormat = z.enum(['csv', 'xlsx', 'xml', 'json']).default('json')
const reads = { audience: 'staff', permission: 'bookkeeping:read' } as const
const marks = {
  after: z
    .string()
    .regex(/^\d{1,19}(\.[0-9a-f-]{1,36})?$/u)
    .optional()
    .meta({ description: 'The `mark` of the answer before: only what came since.', examples: ['81234.5121'] }),
  limit: queryInteger(1, 1_000)
    .default(200)
    .meta({ examples: [200] }),
}

export const feedInvoices = defineRoute({
  method: 'GET',
  path: '/api/v1/bookkeeping/invoices',
  tag: 'Bookkeeping',
  summary: 'Fetch posted documents once',
  description:
    'In the order in which they were posted, each once: keep `mark` and send it as `after` next time. What is posted while you read comes with the next answer; none is missed.',
  access: reads,
  query: z.strictObject(marks),
  responses: { 200: z.object({ data: z.array(BookedInvoice), mark: z.string(), hasMore: z.boolean() }) },
  refusals: [],
})
export const feedPostings = defineRoute({
  method: 'GET',
  path: '/api/v1/bookkeeping/postings',
  tag: 'Bookkeeping',
  summary: 'Fetch bookkeeping entries once',
  description: 'Of invoices, payments, vouchers used and subscriptions earned; with marks as for documents.',
  access: reads,
  query: z.strictObject(marks),
  responses: { 200: z.object({ data: z.array(Posting), mark: z.string(), hasMore: z.boolean() }) },
  refusals: [],
})
export const exportBooks = defineRoute({
  method: 'GET',
  path: '/api/v1/bookkeeping/exports/:kind',
  tag: 'Bookkeeping',
  summary: 'Export documents, entries or time',
  description:
    'Posted documents with their lines, bookkeeping entries, or invoiced time entries of a period, as CSV, XLSX, XML or JSON. Text that a spreadsheet would take for a formula is made harmless.',
  access: reads,
  params: z.strictObject({ kind: z.enum(['invoices', 'invoice-lines', 'postings', 'time']) }),
  query: z.strictObject({ from: Day, to: Day, format: ExportFormat }),
  responses: { 200: null },
  produces: 'application/octet-stream',
  refusals: [],
  budget: 'search',
})
