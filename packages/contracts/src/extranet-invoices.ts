import { z } from 'zod'
import { Percent } from './invoicing-settings.ts'
import { InvoiceKind, UnitCode, VatCategoryCode } from './invoice.ts'
import { Day, Id, Money, QueryBoolean, idParams, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'

export const ExtranetInvoiceSummary = z
  .object({
    id: Id,
    kind: InvoiceKind,
    number: z.string().meta({ examples: ['F1042'] }),
    state: z.enum(['open', 'overdue', 'paid', 'credited']),
    issuedOn: Day,
    dueOn: Day.nullable(),
    net: Money,
    vat: Money,
    payable: Money,
    remaining: Money,
    orderReference: z.string(),
    corrects: z.object({ id: Id, number: z.string() }).nullable(),
    hasUbl: z.boolean(),
  })
  .meta({ id: 'ExtranetInvoiceSummary' })
export type ExtranetInvoiceSummary = z.infer<typeof ExtranetInvoiceSummary>

export const ExtranetInvoice = ExtranetInvoiceSummary.extend({
  buyerReference: z.string(),
  note: z.string(),
  reason: z.string(),
  period: z.object({ from: Day, to: Day }).nullable(),
  lineTotal: Money,
  allowances: Money,
  gross: Money,
  rounding: Money,
  paid: Money,
  credited: Money,
  vatBreakdown: z.array(z.object({ category: VatCategoryCode, rate: Percent, base: Money, vat: Money })),
  lines: z.array(
    z.object({
      id: Id,
      text: z.string(),
      description: z.string(),
      quantity: z.int(),
      unit: UnitCode,
      unitPrice: Money,
      baseQuantity: z.int(),
      allowance: Money,
      net: Money,
      vatRate: Percent,
      period: z.object({ from: Day, to: Day }).nullable(),
      case: z
        .object({ id: Id, number: z.int() })
        .nullable()
        .meta({ description: 'Null for cases that one may not see.' }),
    }),
  ),
}).meta({ id: 'ExtranetInvoice' })
export type ExtranetInvoice = z.infer<typeof ExtranetInvoice>

const reads = { audience: 'contact', permission: 'invoice:read' } as const

export const extranetListInvoices = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/invoices',
  tag: 'Extranet: invoices',
  summary: 'List invoices and credit notes',
  description: 'One’s customer’s, latest first; empty where the supplier does not show them.',
  access: reads,
  query: z.strictObject({
    ...pageQuery,
    isOpen: QueryBoolean.optional().meta({ description: 'Only what is to be paid.' }),
  }),
  responses: {
    200: pageOf(ExtranetInvoiceSummary).extend({
      toPay: z.array(Money).meta({ description: 'What remains of all that are to be paid, by currency.' }),
      areShown: z.boolean().meta({ description: 'Whether the supplier shows invoices.' }),
    }),
  },
  refusals: ['invalid_cursor'],
})
export const extranetGetInvoice = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/invoices/:invoiceId',
  tag: 'Extranet: invoices',
  summary: 'Read an invoice or credit note',
  description: 'With its lines and sums.',
  access: reads,
  params: idParams('invoiceId'),
  responses: { 200: ExtranetInvoice },
  refusals: ['not_found'],
})
export const extranetGetInvoicePdf = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/invoices/:invoiceId/pdf',
  tag: 'Extranet: invoices',
  summary: 'Download the PDF',
  description: 'As it was sent.',
  access: reads,
  params: idParams('invoiceId'),
  query: z.strictObject({
    inline: z
      .enum(['true', 'false'])
      .optional()
      .meta({ examples: ['true'] }),
  }),
  responses: { 200: null },
  produces: 'application/octet-stream',
  refusals: ['not_found'],
})
export const extranetGetInvoiceUbl = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/invoices/:invoiceId/ubl',
  tag: 'Extranet: invoices',
  summary: 'Download the e-invoice',
  description: 'UBL 2.1 for Peppol BIS Billing 3.',
  access: reads,
  params: idParams('invoiceId'),
  responses: { 200: null },
  produces: 'application/octet-stream',
  refusals: ['not_found'],
})
