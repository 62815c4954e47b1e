import type { ProfitRow } from '@timedesk/contracts/reports'
import type { TimeQuestion } from '@timedesk/contracts/time-questions'
import type { VoucherOrder } from '@timedesk/contracts/voucher-orders'

import { anna, ids, mette } from './build.ts'
import { coverIds, money } from './cover-cast.ts'

const nordlys = { id: ids.customer, name: 'Nordlys Energi' }
const AT = '2026-03-02T09:15:00.000Z'

export const question: TimeQuestion = {
  ...{ id: ids.message, state: 'open', customer: nordlys, question: 'Was that not covered?', askedBy: anna.name },
  entry: {
    ...{ id: ids.open, workDate: '2026-03-02', minutes: 25, text: 'Reset of the mail profile', employee: mette },
    onDraft: null,
  },
  case: { id: ids.case, number: 1042, subject: 'Cannot print invoices' },
  ...{ askedAt: AT, resolution: null, answer: '', answeredByName: null, answeredAt: null },
}
export const answeredQuestion: TimeQuestion = {
  ...{ ...question, state: 'answered', resolution: 'not_charged', answer: 'Our own mistake.' },
  ...{ answeredByName: 'Karen Bech', answeredAt: AT },
}
export const order: VoucherOrder = {
  ...{ id: ids.message, number: 3, state: 'open', customer: nordlys, orderedBy: anna.name, unit: 'minutes' },
  agreement: { id: coverIds.voucherAgreement, name: 'Ten hours ahead' },
  ...{ quantity: 600, price: money('9000.00'), message: 'PO-77', createdAt: AT, voucher: null, reason: '' },
  ...{ decidedByName: null, decidedAt: null, version: 1 },
}

export const profitRow: ProfitRow = {
  ...{ key: ids.customer, name: 'Nordlys Energi', invoiced: money('8000.00'), recognised: money('9500.00') },
  ...{ revenue: money('9500.00'), cost: money('4200.00'), profit: money('5300.00'), marginPercent: '55.79' },
  ...{ minutes: 630, billableMinutes: 600, effectiveRate: money('904.76'), contribution: money('504.76') },
}
export const losingRow: ProfitRow = {
  ...{ ...profitRow, key: ids.open, name: 'Havtorn', recognised: money('100.00'), cost: money('150.00') },
  ...{ profit: money('-50.00'), marginPercent: '-50.00', minutes: 20, effectiveRate: null, contribution: null },
}
export const unallocatedRow: ProfitRow = {
  ...{ ...profitRow, key: '', name: '', recognised: money('99999.00'), marginPercent: null },
}
export const profitAnswer = {
  ...{ data: [unallocatedRow, losingRow, profitRow], isCut: false, currency: 'DKK' },
  totals: {
    ...{ invoiced: money('24000.00'), recognised: money('109599.00'), revenue: money('109599.00') },
    ...{ cost: money('8550.00'), profit: money('10550.00'), marginPercent: '9.63', minutes: 1280 },
    ...{ billableMinutes: 1200, effectiveRate: money('5137.45'), contribution: null },
  },
}

const rollForward = {
  ...{ opening: money('2475.00'), sold: money('9000.00'), recognised: money('6525.00') },
  ...{ breakage: money('0.00'), credited: money('450.00'), closing: money('4500.00') },
}
export const deferredAnswer = {
  data: [
    {
      ...{ kind: 'voucher' as const, key: coverIds.voucher, name: 'V-12', customerName: 'Nordlys Energi' },
      ...{ agreementName: 'Ten hours ahead', ...rollForward },
    },
  ],
  ...{ totals: rollForward, ties: true, currency: 'DKK' },
}
const turnoverRow = {
  ...{ month: '2026-02', timeSpent: money('4750.00'), overage: money('0.00'), vouchers: money('9000.00') },
  ...{ subscriptions: money('4000.00'), other: money('0.00'), credits: money('-450.00') },
  ...{ invoiced: money('17300.00'), recognised: money('12000.00'), writtenDown: money('100.00') },
}
export const turnoverAnswer = {
  ...{ data: [turnoverRow, { ...turnoverRow, month: '2026-03', invoiced: money('2700.00') }], currency: 'DKK' },
}
const vatRow = {
  ...{ category: 'S', rate: '25', invoices: money('20000.00'), credits: money('-450.00') },
  ...{ base: money('19550.00'), vat: money('4887.50') },
}
export const vatAnswer = {
  data: [vatRow, { ...vatRow, category: 'AE', rate: '0', vat: money('0.00') }],
  ...{ documents: 12, gaps: [] as string[], currency: 'DKK' },
}
