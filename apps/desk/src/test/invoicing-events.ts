import type { EventPayload, EventType } from '@timedesk/contracts/events'

const ID = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'
const changes = [{ field: 'note', from: null, to: 'Thank you' }]
const named = { name: 'Prepaid hours' }

type Invoicing = Extract<
  EventType,
  | `potential.${string}`
  | `invoice.${string}`
  | `payment.${string}`
  | `run.${string}`
  | 'time.questioned'
  | 'time.question_answered'
  | 'overage.consented'
  | 'voucher.ordered'
  | 'voucher.order_decided'
>

/** One of each kind of event between potential and payment. */
export const invoicingEvents: { [Type in Invoicing]: Extract<EventPayload, { type: Type }> } = {
  'potential.marked': {
    type: 'potential.marked',
    kind: 'write_off',
    text: 'Reset of the mail profile',
    amount: '125.00 DKK',
    reason: 'Our own mistake',
  },
  'potential.released': { type: 'potential.released', kind: 'hold', text: 'Reset of the mail profile' },
  'invoice.drafted': { type: 'invoice.drafted', kind: 'credit_note', net: '950.00 DKK', items: 2, reason: 'Twice' },
  'invoice.changed': { type: 'invoice.changed', changes },
  'invoice.line_added': { type: 'invoice.line_added', text: 'Travel', net: '300.00 DKK', items: 0 },
  'invoice.line_changed': { type: 'invoice.line_changed', text: 'Travel', changes, reason: 'Goodwill' },
  'invoice.line_removed': { type: 'invoice.line_removed', text: 'Travel', net: '300.00 DKK', items: 0 },
  'invoice.deleted': { type: 'invoice.deleted', kind: 'invoice', net: '950.00 DKK', items: 2 },
  'invoice.posted': { type: 'invoice.posted', kind: 'invoice', number: 'F1042', payable: '1187.50 DKK' },
  'invoice.sent': { type: 'invoice.sent', number: 'F1042', to: 'invoices@nordlys.example' },
  'invoice.reminded': { type: 'invoice.reminded', number: 'F1042', level: 1, to: 'invoices@nordlys.example' },
  'invoice.credited': {
    type: 'invoice.credited',
    number: 'F1042',
    creditNote: 'K1003',
    payable: '250.00 DKK',
    reason: 'Agreed',
  },
  'payment.recorded': { type: 'payment.recorded', number: 'F1042', amount: '937.50 DKK', paidOn: '2026-03-20' },
  'payment.reversed': { type: 'payment.reversed', number: 'F1042', amount: '937.50 DKK', reason: 'Wrong customer' },
  'run.planned': { type: 'run.planned', number: 12, customers: 40, documents: 44 },
  'run.committed': { type: 'run.committed', number: 12 },
  'run.cancelled': { type: 'run.cancelled', number: 12 },
  'run.finished': { type: 'run.finished', number: 12, documents: 43, skipped: 1 },
  'time.questioned': { type: 'time.questioned', entryId: ID, question: 'Was that not covered?' },
  'time.question_answered': {
    type: 'time.question_answered',
    entryId: ID,
    resolution: 'not_charged',
    answer: 'You are right',
  },
  'overage.consented': { type: 'overage.consented', entryId: ID, verdict: 'accepted', reason: 'Agreed' },
  'voucher.ordered': { type: 'voucher.ordered', ...named, unit: 'minutes', quantity: 600, price: '9000.00 DKK' },
  'voucher.order_decided': { type: 'voucher.order_decided', ...named, verdict: 'declined', reason: 'Too early' },
}
