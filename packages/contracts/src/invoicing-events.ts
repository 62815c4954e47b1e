import { z } from 'zod'
import { changes } from './event-changes.ts'

/** What happens between potential and payment: marks, drafts, documents, payments and runs. */
export const invoicingEvents = [
  z.strictObject({
    type: z.literal('potential.marked'),
    kind: z.enum(['hold', 'write_off']),
    text: z.string(),
    amount: z.string().nullable(),
    reason: z.string(),
  }),
  z.strictObject({ type: z.literal('potential.released'), kind: z.enum(['hold', 'write_off']), text: z.string() }),
  z.strictObject({
    type: z.literal('invoice.drafted'),
    kind: z.string(),
    net: z.string(),
    items: z.int(),
    reason: z.string(),
  }),
  z.strictObject({ type: z.literal('invoice.changed'), ...changes }),
  z.strictObject({ type: z.literal('invoice.line_added'), text: z.string(), net: z.string(), items: z.int() }),
  z.strictObject({ type: z.literal('invoice.line_changed'), text: z.string(), ...changes, reason: z.string() }),
  z.strictObject({ type: z.literal('invoice.line_removed'), text: z.string(), net: z.string(), items: z.int() }),
  z.strictObject({ type: z.literal('invoice.deleted'), kind: z.string(), net: z.string(), items: z.int() }),
  z.strictObject({ type: z.literal('invoice.posted'), kind: z.string(), number: z.string(), payable: z.string() }),
  z.strictObject({ type: z.literal('invoice.sent'), number: z.string(), to: z.string() }),
  z.strictObject({ type: z.literal('invoice.reminded'), number: z.string(), level: z.int(), to: z.string() }),
  z.strictObject({
    type: z.literal('invoice.credited'),
    number: z.string(),
    creditNote: z.string(),
    payable: z.string(),
    reason: z.string(),
  }),
  z.strictObject({ type: z.literal('payment.recorded'), number: z.string(), amount: z.string(), paidOn: z.string() }),
  z.strictObject({ type: z.literal('payment.reversed'), number: z.string(), amount: z.string(), reason: z.string() }),
  z.strictObject({ type: z.literal('run.planned'), number: z.int(), customers: z.int(), documents: z.int() }),
  z.strictObject({ type: z.literal('run.committed'), number: z.int() }),
  z.strictObject({ type: z.literal('run.cancelled'), number: z.int() }),
  z.strictObject({ type: z.literal('run.finished'), number: z.int(), documents: z.int(), skipped: z.int() }),
] as const
