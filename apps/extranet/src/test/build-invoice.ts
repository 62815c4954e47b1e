import type { ExtranetInvoice, ExtranetInvoiceSummary } from '@timedesk/contracts/extranet-invoices'
import type { ExtranetVoucherOrder } from '@timedesk/contracts/voucher-orders'
import { agreementIds } from './build-agreement.ts'
import { ids } from './build.ts'

export const invoiceIds = {
  invoice: '01900000-0000-7000-8000-000000000041',
  other: '01900000-0000-7000-8000-000000000042',
  creditNote: '01900000-0000-7000-8000-000000000043',
  line: '01900000-0000-7000-8000-000000000044',
  order: '01900000-0000-7000-8000-000000000045',
} as const

export const kroner = (amount: string) => ({ amount, currency: 'DKK' })

/** An invoice of DKK 593.75 that is far from due. */
export function buildInvoiceSummary(overrides: Partial<ExtranetInvoiceSummary> = {}): ExtranetInvoiceSummary {
  return {
    id: invoiceIds.invoice,
    kind: 'invoice',
    number: 'F1042',
    state: 'open',
    issuedOn: '2026-03-01',
    dueOn: '2099-03-31',
    net: kroner('475.00'),
    vat: kroner('118.75'),
    payable: kroner('593.75'),
    remaining: kroner('593.75'),
    orderReference: '',
    corrects: null,
    hasUbl: true,
    ...overrides,
  }
}

/** The same with half an hour on case 1042 as its only line. */
export function buildInvoice(overrides: Partial<ExtranetInvoice> = {}): ExtranetInvoice {
  return {
    ...buildInvoiceSummary(),
    buyerReference: 'Anna Berg',
    note: '',
    reason: '',
    period: { from: '2026-02-01', to: '2026-02-28' },
    lineTotal: kroner('475.00'),
    allowances: kroner('0.00'),
    gross: kroner('593.75'),
    rounding: kroner('0.00'),
    paid: kroner('0.00'),
    credited: kroner('0.00'),
    vatBreakdown: [{ category: 'S', rate: '25', base: kroner('475.00'), vat: kroner('118.75') }],
    lines: [buildInvoiceLine()],
    ...overrides,
  }
}

type Line = ExtranetInvoice['lines'][number]

export function buildInvoiceLine(overrides: Partial<Line> = {}): Line {
  return {
    id: invoiceIds.line,
    text: 'Support',
    description: 'Cannot print invoices',
    quantity: 30,
    unit: 'MIN',
    unitPrice: kroner('950.00'),
    baseQuantity: 60,
    allowance: kroner('0.00'),
    net: kroner('475.00'),
    vatRate: '25',
    period: null,
    case: { id: ids.case, number: 1042 },
    ...overrides,
  }
}

/** Ten hours that wait for the supplier's answer. */
export function buildOrder(overrides: Partial<ExtranetVoucherOrder> = {}): ExtranetVoucherOrder {
  return {
    id: invoiceIds.order,
    number: 3,
    state: 'open',
    agreement: { id: agreementIds.voucher, name: 'Support voucher' },
    orderedBy: 'Anna Berg',
    unit: 'minutes',
    quantity: 600,
    price: kroner('9000.00'),
    message: '',
    createdAt: '2026-03-02T09:15:00.000Z',
    voucher: null,
    reason: '',
    decidedAt: null,
    ...overrides,
  }
}
