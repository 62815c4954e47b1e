import type { InvoiceRun, RunCustomer } from '@timedesk/contracts/invoice-runs'
import type { Invoice, InvoiceLine, InvoiceSummary } from '@timedesk/contracts/invoice'
import type { InvoicingSettings } from '@timedesk/contracts/invoicing-settings'
import type { OverdueInvoice, Payment } from '@timedesk/contracts/payments'
import type { PotentialItem, PotentialMark } from '@timedesk/contracts/potential'

import { ids } from './build.ts'
import { coverIds, money } from './cover-cast.ts'
import { entry } from './office-cast.ts'

const nordlys = { id: ids.customer, name: 'Nordlys Energi' }
const AT = '2026-03-02T09:15:00.000Z'

export const invoicingIds = {
  invoice: '01900000-0000-7000-8000-000000000201',
  other: '01900000-0000-7000-8000-000000000202',
  line: '01900000-0000-7000-8000-000000000203',
  ownLine: '01900000-0000-7000-8000-000000000204',
  source: '01900000-0000-7000-8000-000000000205',
  run: '01900000-0000-7000-8000-000000000206',
  payment: '01900000-0000-7000-8000-000000000207',
  mark: '01900000-0000-7000-8000-000000000208',
  import: '01900000-0000-7000-8000-000000000209',
} as const

export const timeItem: PotentialItem = {
  ...{ source: 'time', sourceId: entry.id, day: '2026-03-02', text: 'Remote support', agreement: entry.agreement },
  ...{ settlement: 'time_spent', kind: 'time_spent', minutes: 30, amount: money('475.00'), state: 'ready' },
  ...{ heldBecause: null, hold: null, case: entry.case, project: null, entry },
}
export const saleItem: PotentialItem = {
  ...{ ...timeItem, source: 'voucher_sale', sourceId: coverIds.voucher, text: 'V-12, 10:00', kind: 'sale' },
  ...{ minutes: null, amount: money('9000.00'), case: null, entry: null },
}
export const heldItem: PotentialItem = {
  ...{ ...timeItem, sourceId: ids.open, text: 'New router', state: 'held', heldBecause: 'held' },
  hold: { id: invoicingIds.mark, reason: 'Wait for the delivery', createdByName: 'Karen Bech', createdAt: AT },
}
export const mark: PotentialMark = {
  ...{ id: invoicingIds.mark, kind: 'write_off', source: 'time', customer: nordlys, text: 'Our own mistake' },
  ...{ day: '2026-03-02', amount: money('475.00'), reason: 'We broke it', createdByName: 'Karen Bech', createdAt: AT },
  ...{ releasedByName: null, releasedAt: null },
}

export const summary: InvoiceSummary = {
  ...{ id: invoicingIds.invoice, kind: 'invoice', number: null, state: 'draft', customer: nordlys, currency: 'DKK' },
  ...{ issuedOn: null, dueOn: null, net: money('675.00'), vat: money('168.75'), payable: money('843.75') },
  ...{ remaining: money('843.75'), registered: money('500.00'), orderReference: 'PO-4711', lines: 2 },
  ...{ sendState: 'none', reminders: 0, corrects: null, runNumber: 12, createdByName: 'Karen Bech', createdAt: AT },
  ...{ postedAt: null, version: 3 },
}
export const sourcedLine: InvoiceLine = {
  ...{ id: invoicingIds.line, position: 10, text: '#1042 Cannot print invoices', description: 'Reset of the profile' },
  ...{ quantity: 30, unit: 'MIN', unitPrice: money('950.00'), baseQuantity: 60, allowance: money('0.00') },
  ...{ allowanceReason: '', net: money('475.00'), registered: money('500.00'), adjustmentReason: 'Round figure' },
  ...{ vatCategory: 'S', vatRate: '25', period: null, agreement: entry.agreement, case: entry.case, project: null },
  credited: money('0.00'),
  sources: [
    {
      ...{ id: invoicingIds.source, item: timeItem, registered: money('500.00'), amount: money('475.00') },
      ...{ credited: money('0.00'), isLive: true, disposition: null },
    },
  ],
}
export const ownLine: InvoiceLine = {
  ...{ ...sourcedLine, id: invoicingIds.ownLine, position: 20, text: 'Travel', description: '', quantity: 1 },
  ...{ unit: 'C62', unitPrice: money('200.00'), baseQuantity: 1, net: money('200.00'), registered: money('0.00') },
  ...{ adjustmentReason: '', agreement: null, case: null, sources: [] },
}
const party = {
  ...{ name: 'Nordlys Energi', address: 'Havnegade 12', postalCode: '8000', city: 'Aarhus C', countryCode: 'DK' },
  ...{ cvr: '12345674', vatId: '', endpointScheme: '0184', endpointId: '12345674', contactName: '', email: '' },
  phone: '',
}
export const draft: Invoice = {
  ...summary,
  ...{ language: 'da', vatTreatment: 'domestic', paymentTermsDays: 14, buyerReference: '', contractReference: '' },
  ...{ note: '', reason: '', exchangeRate: null, period: null, discountPercent: '0', discountReason: '', roundTo: 1 },
  seller: {
    ...{ ...party, name: 'Fjordbyte' },
    account: { iban: '', bic: '', bankRegistration: '0040', bankAccount: '0440116243' },
  },
  ...{ buyer: party, lineTotal: money('675.00'), allowances: money('0.00'), accountingVat: null },
  ...{ gross: money('843.75'), rounding: money('0.00'), paid: money('0.00'), credited: money('0.00') },
  vatBreakdown: [{ category: 'S', rate: '25', base: money('675.00'), vat: money('168.75'), allowance: money('0.00') }],
  invoiceLines: [sourcedLine, ownLine],
  ...{ creditNotes: [], payments: [], reminderList: [], sentTo: '', sentAt: null, postedByName: null },
  ...{ pdfSha256: null, ublSha256: null, problems: [] },
  can: { edit: true, remove: true, post: true, send: false, credit: false, pay: false, remind: false },
}
export const posted: Invoice = {
  ...{ ...draft, number: 'F1042', state: 'overdue', issuedOn: '2026-02-01', dueOn: '2026-02-15', sendState: 'sent' },
  ...{ remaining: money('643.75'), paid: money('200.00'), postedAt: AT, postedByName: 'Karen Bech' },
  ...{ sentTo: 'invoices@nordlys.example', sentAt: AT, pdfSha256: 'a', ublSha256: 'b' },
  payments: [
    {
      ...{ id: invoicingIds.payment, amount: money('200.00'), paidOn: '2026-02-20', reference: 'F1042' },
      ...{ recordedByName: 'Karen Bech', at: AT, isReversed: false, reverses: null },
    },
  ],
  creditNotes: [{ id: invoicingIds.other, number: 'K1003', payable: money('100.00'), issuedOn: '2026-02-28' }],
  reminderList: [
    { level: 1, sentTo: 'invoices@nordlys.example', remaining: money('643.75'), sentByName: 'Karen Bech', at: AT },
  ],
  can: { edit: false, remove: false, post: false, send: true, credit: true, pay: true, remind: true },
}

export const run: InvoiceRun = {
  ...{ id: invoicingIds.run, number: 12, state: 'planned', through: '2026-02-28' },
  ...{ scope: { customers: null, settlements: null }, customers: 2, done: 0, documents: 1, items: 3, skipped: 0 },
  net: [money('9475.00')],
  held: [{ reason: 'missing_rate', items: 2, amounts: [money('0.00')] }],
  ...{ startedByName: 'Karen Bech', createdAt: AT, committedAt: null, finishedAt: null, failure: null, version: 1 },
  can: { commit: true, cancel: true },
}
export const runCustomer: RunCustomer = {
  ...{ customer: nordlys, state: 'waiting', items: 3, failure: '' },
  documents: [
    {
      ...{ kind: 'invoice', net: money('9475.00'), lines: 2, items: 3, orderReference: 'PO-4711' },
      ...{ texts: ['#1042 Cannot print invoices', 'V-12, 10:00'], id: null, number: null },
    },
  ],
  held: [{ reason: 'missing_rate', items: 2, amounts: [money('0.00')] }],
}

export const payment: Payment = {
  ...{ id: invoicingIds.payment, invoice: { id: invoicingIds.invoice, number: 'F1042', kind: 'invoice' } },
  ...{ customer: nordlys, amount: money('200.00'), paidOn: '2026-02-20', reference: 'F1042 Nordlys' },
  ...{ recordedByName: 'Karen Bech', at: AT, isReversed: false, reverses: null },
}
export const overdue: OverdueInvoice = {
  ...{ id: invoicingIds.invoice, number: 'F1042', customer: nordlys, issuedOn: '2026-02-01', dueOn: '2026-02-15' },
  ...{ daysOverdue: 15, payable: money('843.75'), remaining: money('643.75'), reminders: 1, lastRemindedAt: AT },
  invoiceEmail: 'invoices@nordlys.example',
}

export const settings: InvoicingSettings = {
  ...{ email: '', phone: '', endpointScheme: '', endpointId: '', iban: '', bic: '' },
  ...{ bankRegistration: '0040', bankAccount: '0440116243', paymentTermsDays: 14, vatRate: '25', roundTo: 1 },
  ...{ invoicePrefix: 'F', creditNotePrefix: 'K', firstNumber: 1001, numbersByYear: false },
  ...{ accounts: { receivable: '5600' }, nextInvoiceNumber: 'F1043', nextCreditNoteNumber: 'K1004', version: 1 },
}
