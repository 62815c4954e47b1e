import { z } from 'zod'
import { EventItem } from './dialogue.ts'
import { Invoice, InvoiceKind, InvoiceState, InvoiceSummary } from './invoice.ts'
import { ExchangeRate, Percent, RoundTo, VatTreatment } from './invoicing-settings.ts'
import { INVOICE_ITEMS_MAX } from './limits.ts'
import { PotentialKey } from './potential.ts'
import {
  CurrencyCode,
  Day,
  Id,
  Language,
  LongText,
  Money,
  OptionalLine,
  QueryBoolean,
  idParams,
  pageOf,
  pageQuery,
  searchQuery,
} from './primitives.ts'
import { defineRoute } from './route.ts'

const reads = { audience: 'staff', permission: 'invoice:read' } as const
const writes = { audience: 'staff', permission: 'invoice:write' } as const
const one = { params: idParams('invoiceId'), tag: 'Invoices' } as const

export const listInvoices = defineRoute({
  method: 'GET',
  path: '/api/v1/invoices',
  tag: 'Invoices',
  summary: 'List invoices and credit notes',
  description:
    'Drafts first, then by day of issue and number, latest first; search looks in number, order number and customer.',
  access: reads,
  query: z.strictObject({
    ...pageQuery,
    ...searchQuery,
    kind: InvoiceKind.optional(),
    state: InvoiceState.optional(),
    customerId: Id.optional(),
    caseId: Id.optional(),
    runId: Id.optional(),
    from: Day.optional().meta({ description: 'Issued on this day or later.' }),
    to: Day.optional(),
    unsent: QueryBoolean.optional().meta({ description: 'Posted and not sent.' }),
  }),
  responses: {
    200: pageOf(InvoiceSummary).extend({
      totals: z
        .array(z.object({ currency: CurrencyCode, payable: Money, remaining: Money }))
        .meta({ description: 'Of all that match, credit notes counted negative.' }),
    }),
  },
  refusals: ['invalid_cursor'],
})
export const getInvoice = defineRoute({
  ...one,
  method: 'GET',
  path: '/api/v1/invoices/:invoiceId',
  summary: 'Read an invoice or credit note',
  description: 'With its lines, what each comes from, its sums, and what keeps a draft from being posted.',
  access: reads,
  responses: { 200: Invoice },
  refusals: ['not_found'],
  etag: true,
})
export const createInvoice = defineRoute({
  method: 'POST',
  path: '/api/v1/invoices',
  tag: 'Invoices',
  summary: 'Draft an invoice',
  description:
    'For a customer, from chosen potential items, from all that is ready up to a day, or empty. What it names is claimed: nobody else can invoice it (R42). Items that cannot stand on one document become several; the first is the answer, all are listed in `documents`.',
  access: writes,
  body: z.strictObject({
    customerId: Id,
    items: z.array(PotentialKey).min(1).max(INVOICE_ITEMS_MAX).optional(),
    through: Day.optional().meta({ description: 'All that is ready of this day or before.' }),
    currency: CurrencyCode.optional().meta({ description: 'Of an empty draft; else the items’ own.' }),
  }),
  responses: { 201: Invoice.extend({ documents: z.array(Id) }) },
  refusals: ['not_found', 'item_taken', 'nothing_to_invoice'],
})
export const updateInvoice = defineRoute({
  ...one,
  method: 'PATCH',
  path: '/api/v1/invoices/:invoiceId',
  summary: 'Change a draft',
  description: 'References, dates, note, discount and currency rate. A discount needs its reason.',
  access: writes,
  body: z
    .strictObject({
      issuedOn: Day.nullable().meta({ description: 'Null: the day on which it is posted.' }),
      dueOn: Day.nullable().meta({ description: 'Null: by the terms.' }),
      paymentTermsDays: z.int().min(0).max(180),
      language: Language,
      buyerReference: OptionalLine,
      orderReference: OptionalLine,
      note: LongText,
      reason: OptionalLine,
      correctsId: Id.nullable().meta({ description: 'The posted invoice that a credit note corrects.' }),
      exchangeRate: ExchangeRate.nullable(),
      vatTreatment: VatTreatment,
      discountPercent: Percent,
      discountReason: OptionalLine,
      roundTo: RoundTo,
    })
    .partial(),
  responses: { 200: Invoice },
  refusals: ['not_found', 'invoice_posted', 'reason_missing', 'reference_refused'],
  ifMatch: 'required',
  etag: true,
})
export const deleteInvoice = defineRoute({
  ...one,
  method: 'DELETE',
  path: '/api/v1/invoices/:invoiceId',
  summary: 'Delete a draft',
  description: 'What it claimed is potential again (R51).',
  access: writes,
  responses: { 204: null },
  refusals: ['not_found', 'invoice_posted'],
  ifMatch: 'required',
})

export const listInvoiceLog = defineRoute({
  ...one,
  method: 'GET',
  path: '/api/v1/invoices/:invoiceId/log',
  summary: 'Read the log of an invoice',
  description: 'Who drafted, changed, posted, sent and credited it, latest first.',
  access: reads,
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(EventItem) },
  refusals: ['not_found', 'invalid_cursor'],
})
