import { z } from 'zod'
import { Invoice, UnitCode, VatCategoryCode } from './invoice.ts'
import { Percent } from './invoicing-settings.ts'
import { INVOICE_ITEMS_MAX, INVOICE_LINES_MAX, INVOICE_LINE_QUANTITY_MAX, LINE_LENGTH_MAX } from './limits.ts'
import { PotentialKey } from './potential.ts'
import { Amount, Day, Id, LongText, OptionalLine, idParams, line } from './primitives.ts'
import { defineRoute } from './route.ts'

const writes = { audience: 'staff', permission: 'invoice:write' } as const
const one = { params: idParams('invoiceId'), tag: 'Invoices' } as const

const lineFields = {
  text: line(LINE_LENGTH_MAX),
  description: LongText,
  quantity: z
    .int()
    .min(-INVOICE_LINE_QUANTITY_MAX)
    .max(INVOICE_LINE_QUANTITY_MAX)
    .refine((quantity) => quantity !== 0),
  unitPrice: Amount,
  vatCategory: VatCategoryCode,
  vatRate: Percent,
  period: z.strictObject({ from: Day, to: Day }).nullable(),
}
export const addInvoiceLines = defineRoute({
  ...one,
  method: 'POST',
  path: '/api/v1/invoices/:invoiceId/lines',
  summary: 'Add to a draft',
  description: 'Potential items, which it claims, or a line of one’s own.',
  access: writes,
  body: z.union([
    z.strictObject({ items: z.array(PotentialKey).min(1).max(INVOICE_ITEMS_MAX) }),
    z.strictObject({
      ...lineFields,
      unit: UnitCode.default('C62'),
      description: lineFields.description.default(''),
      vatCategory: lineFields.vatCategory.optional().meta({ description: 'By the customer unless said otherwise.' }),
      vatRate: lineFields.vatRate.optional(),
      period: lineFields.period.default(null),
    }),
  ]),
  responses: { 201: Invoice },
  refusals: ['not_found', 'invoice_posted', 'item_taken', 'line_refused', 'invalid_money'],
  ifMatch: 'required',
  etag: true,
})
export const updateInvoiceLine = defineRoute({
  method: 'PATCH',
  path: '/api/v1/invoices/:invoiceId/lines/:lineId',
  tag: 'Invoices',
  summary: 'Change a line of a draft',
  description:
    'Text, quantity, price, amount, VAT, period or place. What was registered is kept; charging more or less than that needs a reason (R43).',
  access: writes,
  params: z.strictObject({ invoiceId: Id, lineId: Id }),
  body: z
    .strictObject({
      ...lineFields,
      position: z.int().min(0).max(INVOICE_LINES_MAX),
      net: Amount.meta({ description: 'What the line is to charge; the rest becomes its allowance.' }),
      adjustmentReason: OptionalLine,
    })
    .partial(),
  responses: { 200: Invoice },
  refusals: ['not_found', 'invoice_posted', 'reason_missing', 'line_refused', 'invalid_money'],
  ifMatch: 'required',
  etag: true,
})
export const removeInvoiceLine = defineRoute({
  method: 'DELETE',
  path: '/api/v1/invoices/:invoiceId/lines/:lineId',
  tag: 'Invoices',
  summary: 'Take a line off a draft',
  description: 'What it claimed is potential again.',
  access: writes,
  params: z.strictObject({ invoiceId: Id, lineId: Id }),
  responses: { 200: Invoice },
  refusals: ['not_found', 'invoice_posted'],
  ifMatch: 'required',
  etag: true,
})
export const releaseInvoiceSource = defineRoute({
  method: 'DELETE',
  path: '/api/v1/invoices/:invoiceId/sources/:sourceId',
  tag: 'Invoices',
  summary: 'Take one source off a line of a draft',
  description: 'It is potential again; the line charges the rest.',
  access: writes,
  params: z.strictObject({ invoiceId: Id, sourceId: Id }),
  responses: { 200: Invoice },
  refusals: ['not_found', 'invoice_posted'],
  ifMatch: 'required',
  etag: true,
})
