import { z } from 'zod'
import { CreditDisposition, DocumentProblem, Invoice } from './invoice.ts'
import { INVOICE_ITEMS_MAX, INVOICE_LINES_MAX } from './limits.ts'
import { Amount, Id, LongText, Reason, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

const reads = { audience: 'staff', permission: 'invoice:read' } as const
const writes = { audience: 'staff', permission: 'invoice:write' } as const
const posts = { audience: 'staff', permission: 'invoice:post' } as const
const one = { params: idParams('invoiceId'), tag: 'Invoices' } as const

export const postInvoice = defineRoute({
  ...one,
  method: 'POST',
  path: '/api/v1/invoices/:invoiceId/posting',
  summary: 'Post a draft',
  description:
    'Checks everything and tells all reasons at once; takes the next number, and from then on nothing of it changes (R44–R46). Vouchers that wait for it become active.',
  access: posts,
  responses: { 200: Invoice },
  refusals: ['not_found', 'invoice_posted', 'posting_refused', 'period_locked', 'credit_refused'],
  ifMatch: 'required',
  etag: true,
})
export const postInvoices = defineRoute({
  method: 'POST',
  path: '/api/v1/invoice-postings',
  tag: 'Invoices',
  summary: 'Post several drafts',
  description: 'Each by itself, in the order given: one that is refused does not keep the others from being posted.',
  access: posts,
  body: z.strictObject({ invoiceIds: z.array(Id).min(1).max(100), send: z.boolean().default(false) }),
  responses: {
    200: z.object({
      data: z.array(z.object({ id: Id, number: z.string().nullable(), problems: z.array(DocumentProblem) })),
    }),
  },
  refusals: [],
})
export const sendInvoice = defineRoute({
  ...one,
  method: 'POST',
  path: '/api/v1/invoices/:invoiceId/sending',
  summary: 'Send a posted document',
  description: 'By mail with the PDF and the e-invoice, to the customer’s address for invoices or to another.',
  access: posts,
  body: z.strictObject({ to: z.email().max(254).optional(), message: LongText.default('') }),
  responses: { 202: Invoice },
  refusals: ['not_found', 'invoice_not_posted', 'address_missing'],
})
export const getInvoicePdf = defineRoute({
  ...one,
  method: 'GET',
  path: '/api/v1/invoices/:invoiceId/pdf',
  summary: 'Download the PDF',
  description: 'Of a posted document as it is stored; of a draft as it would be.',
  access: reads,
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
export const getInvoiceUbl = defineRoute({
  ...one,
  method: 'GET',
  path: '/api/v1/invoices/:invoiceId/ubl',
  summary: 'Download the e-invoice',
  description: 'UBL 2.1 for Peppol BIS Billing 3 (EN 16931), as it is stored; posted documents only.',
  access: reads,
  responses: { 200: null },
  produces: 'application/octet-stream',
  refusals: ['not_found', 'invoice_not_posted'],
})
export const creditInvoice = defineRoute({
  ...one,
  method: 'POST',
  path: '/api/v1/invoices/:invoiceId/credit-notes',
  summary: 'Draft a credit note',
  description:
    'Of all that is left, or of chosen sources and lines, each with what becomes of it; a part of a source can only be written off. Posting it closes what it credits to the øre (R48, R49).',
  access: writes,
  body: z.strictObject({
    reason: Reason,
    disposition: CreditDisposition.default('rebill').meta({ description: 'Of sources that are not named.' }),
    sources: z
      .array(z.strictObject({ id: Id, disposition: CreditDisposition, amount: Amount.optional() }))
      .max(INVOICE_ITEMS_MAX)
      .optional(),
    lines: z
      .array(z.strictObject({ id: Id, amount: Amount.optional() }))
      .max(INVOICE_LINES_MAX)
      .optional()
      .meta({ description: 'Lines of one’s own, that have no source.' }),
  }),
  responses: { 201: Invoice },
  refusals: ['not_found', 'invoice_not_posted', 'credit_refused', 'invalid_money'],
})
