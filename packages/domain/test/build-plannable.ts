import type { InvoicingTerms, PlannableItem } from '../src/invoicing/plannable.ts'

export const buildTerms = (overrides: Partial<InvoicingTerms> = {}): InvoicingTerms => ({
  grouping: 'customer',
  detail: 'case',
  projectsApart: false,
  vatTreatment: 'domestic',
  vatRate: 2500,
  language: 'en',
  ...overrides,
})

export const service = { id: 'service', number: 7, heading: 'Service desk', poNumber: '' }
export const printer = { id: 'printer', number: 1042, subject: 'Cannot print invoices' }
export const rollout = { id: 'rollout', number: 3, name: 'Rollout' }

/** An hour of support on a case under an agreement, at 950.00. */
export function buildTime(overrides: Partial<PlannableItem> = {}): PlannableItem {
  return {
    source: 'time',
    sourceId: 'time',
    entryId: 'entry',
    day: '2026-03-02',
    text: 'Reset of the mail profile',
    minutes: 60,
    billable: 95_000,
    currency: 'DKK',
    ratePerHour: 95_000,
    settlement: 'time_spent',
    agreement: service,
    case: printer,
    project: null,
    isProjectTime: false,
    vatCategory: 'standard',
    activityName: 'Remote support',
    employeeName: 'Karen Holm',
    quantity: null,
    unitPrice: null,
    chargedDays: null,
    wholeDays: null,
    period: null,
    units: null,
    ...overrides,
  }
}

const notTime = { entryId: null, minutes: null, ratePerHour: null, case: null, activityName: '', employeeName: '' }

export function buildVoucherSale(overrides: Partial<PlannableItem> = {}): PlannableItem {
  return buildTime({
    ...notTime,
    ...{ source: 'voucher_sale', sourceId: 'voucher', text: 'V-12: 600 min', billable: 900_000, units: 600 },
    settlement: 'voucher',
    ...overrides,
  })
}

/** A whole quarter at 9,000.00. */
export function buildFee(overrides: Partial<PlannableItem> = {}): PlannableItem {
  return buildTime({
    ...notTime,
    ...{ source: 'subscription_period', sourceId: 'fee', text: 'Hosting', settlement: 'subscription' },
    ...{ day: '2026-01-01', billable: 900_000, quantity: 1, unitPrice: 900_000, chargedDays: 90, wholeDays: 90 },
    period: { from: '2026-01-01', to: '2026-03-31' },
    ...overrides,
  })
}
