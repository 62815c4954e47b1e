import { z } from 'zod'
import { InvoiceKind } from './invoice.ts'
import {
  Amount,
  Day,
  Id,
  Instant,
  Money,
  OptionalLine,
  Reason,
  Reference,
  idParams,
  pageOf,
  pageQuery,
} from './primitives.ts'
import { defineRoute } from './route.ts'

export const Payment = z
  .object({
    id: Id,
    invoice: z.object({ id: Id, number: z.string(), kind: InvoiceKind }),
    customer: Reference,
    amount: Money.meta({ description: 'Negative when it takes another back.' }),
    paidOn: Day,
    reference: z.string().meta({ examples: ['F1042'] }),
    recordedByName: z.string(),
    at: Instant,
    isReversed: z.boolean(),
    reverses: Id.nullable(),
  })
  .meta({ id: 'Payment' })
export type Payment = z.infer<typeof Payment>

export const listPayments = defineRoute({
  method: 'GET',
  path: '/api/v1/payments',
  tag: 'Payments',
  summary: 'List payments',
  description: 'By day, latest first.',
  access: { audience: 'staff', permission: 'invoice:read' },
  query: z.strictObject({ ...pageQuery, customerId: Id.optional(), from: Day.optional(), to: Day.optional() }),
  responses: { 200: pageOf(Payment) },
  refusals: ['invalid_cursor'],
})
export const recordPayment = defineRoute({
  method: 'POST',
  path: '/api/v1/invoices/:invoiceId/payments',
  tag: 'Payments',
  summary: 'Record a payment',
  description:
    'Of an invoice what came in, of a credit note what was paid back; at most what remains. A voucher that waits for its payment becomes active when all is paid.',
  access: { audience: 'staff', permission: 'payment:write' },
  params: idParams('invoiceId'),
  body: z.strictObject({ amount: Amount, paidOn: Day, reference: OptionalLine.default('') }),
  responses: { 201: Payment },
  refusals: ['not_found', 'invoice_not_posted', 'payment_refused', 'invalid_money', 'period_locked'],
})
export const reversePayment = defineRoute({
  method: 'POST',
  path: '/api/v1/payments/:paymentId/reversal',
  tag: 'Payments',
  summary: 'Take a payment back',
  description: 'It was recorded by mistake. Both stay in the books.',
  access: { audience: 'staff', permission: 'payment:write' },
  params: idParams('paymentId'),
  body: z.strictObject({ reason: Reason }),
  responses: { 201: Payment },
  refusals: ['not_found', 'payment_refused', 'period_locked'],
})

export const PaymentOutcome = z
  .enum(['recorded', 'recorded_before', 'unknown_invoice', 'amount_too_high', 'unreadable'])
  .meta({ id: 'PaymentOutcome', examples: ['recorded'] })
export const PaymentImportRow = z.object({
  line: z.int(),
  outcome: PaymentOutcome,
  paidOn: z.string(),
  amount: z.string(),
  reference: z.string(),
  payment: Payment.nullable(),
})
export const PaymentImport = z
  .object({
    id: Id,
    fileName: z.string().meta({ examples: ['bank-2026-03.csv'] }),
    counts: z
      .object({
        recorded: z.int(),
        recordedBefore: z.int(),
        unknownInvoice: z.int(),
        amountTooHigh: z.int(),
        unreadable: z.int(),
      })
      .meta({ description: 'Rows by what they became.' }),
    recordedByName: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'PaymentImport' })
export type PaymentImport = z.infer<typeof PaymentImport>

export const importPayments = defineRoute({
  method: 'POST',
  path: '/api/v1/payment-imports',
  tag: 'Payments',
  summary: 'Import payments',
  description:
    'A CSV file of the bank, one part named `file`: columns for day, amount and text, in Danish or English, separated by comma, semicolon or tab. The invoice is found by its number in the text. A row that was recorded before is not recorded again.',
  access: { audience: 'staff', permission: 'payment:write' },
  body: z.strictObject({ file: z.string().meta({ format: 'binary', description: 'The file.' }) }),
  multipart: true,
  responses: { 201: PaymentImport },
  refusals: ['file_refused', 'body_too_large', 'mapping_refused'],
  budget: 'upload',
})
export const listPaymentImports = defineRoute({
  method: 'GET',
  path: '/api/v1/payment-imports',
  tag: 'Payments',
  summary: 'List imports of payments',
  description: 'Latest first.',
  access: { audience: 'staff', permission: 'invoice:read' },
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(PaymentImport) },
  refusals: ['invalid_cursor'],
})
export const getPaymentImport = defineRoute({
  method: 'GET',
  path: '/api/v1/payment-imports/:importId',
  tag: 'Payments',
  summary: 'Read an import of payments',
  description: 'What each row became.',
  access: { audience: 'staff', permission: 'invoice:read' },
  params: idParams('importId'),
  responses: { 200: PaymentImport.extend({ rows: z.array(PaymentImportRow) }) },
  refusals: ['not_found'],
})

export const OverdueInvoice = z
  .object({
    id: Id,
    number: z.string(),
    customer: Reference,
    issuedOn: Day,
    dueOn: Day,
    daysOverdue: z.int().meta({ examples: [12] }),
    payable: Money,
    remaining: Money,
    reminders: z.int(),
    lastRemindedAt: Instant.nullable(),
    invoiceEmail: z.string(),
  })
  .meta({ id: 'OverdueInvoice' })
export type OverdueInvoice = z.infer<typeof OverdueInvoice>
export const listOverdueInvoices = defineRoute({
  method: 'GET',
  path: '/api/v1/overdue-invoices',
  tag: 'Payments',
  summary: 'List overdue invoices',
  description: 'The longest overdue first, with the reminders that were sent.',
  access: { audience: 'staff', permission: 'invoice:read' },
  query: z.strictObject({ ...pageQuery, customerId: Id.optional() }),
  responses: {
    200: pageOf(OverdueInvoice).extend({ totals: z.array(Money) }),
  },
  refusals: ['invalid_cursor'],
})
export const remindOfInvoice = defineRoute({
  method: 'POST',
  path: '/api/v1/invoices/:invoiceId/reminders',
  tag: 'Payments',
  summary: 'Remind the customer of an overdue invoice',
  description: 'By mail to its address for invoices, with the PDF; each reminder is kept.',
  access: { audience: 'staff', permission: 'payment:write' },
  params: idParams('invoiceId'),
  responses: { 201: OverdueInvoice },
  refusals: ['not_found', 'not_overdue', 'address_missing'],
})
