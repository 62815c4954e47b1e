import type { Agreement } from '@timedesk/contracts/agreements'
import type { CaseCover } from '@timedesk/contracts/cover'
import type { IntegrityReport } from '@timedesk/contracts/integrity'
import type { PotentialRow } from '@timedesk/contracts/potential'
import type { ServiceCalendar } from '@timedesk/contracts/service-calendars'
import type { Simulation } from '@timedesk/contracts/simulation'
import type { SubscriptionLine, SubscriptionPeriod } from '@timedesk/contracts/subscriptions'
import type { LedgerRow, Voucher } from '@timedesk/contracts/vouchers'

import { ids, mette } from './build.ts'
import { agreement } from './office-cast.ts'

export const money = (amount: string) => ({ amount, currency: 'DKK' })

const nordlys = { id: ids.customer, name: 'Nordlys Energi' }
const AT = '2026-03-02T09:15:00.000Z'

export const coverIds = {
  voucherAgreement: '01900000-0000-7000-8000-000000000101',
  subscription: '01900000-0000-7000-8000-000000000102',
  voucher: '01900000-0000-7000-8000-000000000103',
  otherVoucher: '01900000-0000-7000-8000-000000000104',
  line: '01900000-0000-7000-8000-000000000105',
  calendar: '01900000-0000-7000-8000-000000000106',
  quota: '01900000-0000-7000-8000-000000000107',
} as const

export const voucherAgreement: Agreement = {
  ...{ ...agreement, id: coverIds.voucherAgreement, number: 32, heading: 'Ten hours ahead', settlement: 'voucher' },
  ...{ overagePolicy: 'approve', overageRate: money('1100.00') },
  balance: { unit: 'minutes', granted: 600, available: 165, expiresOn: '2026-12-31' },
  can: { edit: true, sellVoucher: true, addLine: false, terminate: true },
}
export const subscription: Agreement = {
  ...{ ...agreement, id: coverIds.subscription, number: 33, heading: 'Service desk', settlement: 'subscription' },
  can: { edit: true, sellVoucher: false, addLine: true, terminate: true },
}
export const voucher: Voucher = {
  ...{ id: coverIds.voucher, number: 12, name: 'V-12', customer: nordlys, unit: 'minutes', quantity: 600 },
  agreement: { id: coverIds.voucherAgreement, name: 'Ten hours ahead' },
  ...{ price: money('9000.00'), unitPrice: money('900.00'), validFrom: '2026-01-01', expiresOn: '2026-12-31' },
  ...{ state: 'active', activateOn: 'sale', vatTiming: 'sale', soldOn: '2026-01-01', activatedOn: '2026-01-01' },
  ...{ cancelledOn: null, granted: 600, used: 400, pending: 35, expired: 0, available: 165 },
  ...{ recognised: money('6525.00'), liability: money('2475.00'), credited: money('0.00') },
  ...{ burnPerWeek: 45, emptyOn: '2026-05-14', remarks: '', version: 1 },
  can: { activate: false, adjust: true, transfer: true, extend: true, cancel: true },
}
export const otherVoucher: Voucher = {
  ...{ ...voucher, id: coverIds.otherVoucher, number: 13, name: 'V-13', granted: 600, used: 0, pending: 0 },
  ...{ available: 240, liability: money('3600.00'), recognised: money('5400.00') },
}
export const draw: LedgerRow = {
  ...{ id: ids.message, kind: 'draw', bookedOn: '2026-03-02', workDate: '2026-02-27', minutes: 30, units: -30 },
  case: { id: ids.case, number: 1042, subject: 'Cannot print invoices' },
  ...{ employee: mette, balanceAfter: 165, revenue: money('450.00'), credited: money('0.00') },
  ...{
    liabilityAfter: money('2475.00'),
    counterpart: null,
    reason: '',
    approvedBy: null,
    actorName: mette.name,
    at: AT,
  },
}
export const line: SubscriptionLine = {
  ...{ id: coverIds.line, agreement: { id: coverIds.subscription, name: 'Service desk' }, customer: nordlys },
  ...{ description: 'Service desk, 5 hours', position: 0, period: 'month', startsOn: '2026-01-01', endsOn: null },
  ...{ timing: 'advance', leadDays: 0, alignsToCalendar: true, prorates: true, quantity: 1 },
  quota: { unit: 'minutes', units: 300, rolloverPeriods: 1, rolloverMax: 300 },
  ...{ unitPrice: money('4000.00'), amount: money('4000.00') },
  prices: [
    {
      ...{ validFrom: '2026-01-01', quantity: 1, unitPrice: money('4000.00'), kind: 'agreed', index: null },
      ...{ reason: '', byName: 'Karen Bech', at: AT },
    },
  ],
  current: { from: '2026-03-01', to: '2026-03-31', poolId: coverIds.quota, granted: 300, available: 120 },
  ...{ nextChargeOn: '2026-04-01', isActive: true, version: 1 },
}
export const period: SubscriptionPeriod = {
  ...{ id: coverIds.quota, line: { id: coverIds.line, name: line.description }, kind: 'regular' },
  ...{ from: '2026-02-10', to: '2026-02-28', chargedDays: 19, wholeDays: 28, quantity: 1, unitPrice: money('4000.00') },
  ...{ amount: money('2714.29'), dueOn: '2026-02-10', isDue: true },
  quota: {
    poolId: coverIds.quota,
    unit: 'minutes',
    granted: 300,
    used: 180,
    available: 120,
    usableUntil: '2026-03-31',
  },
}
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '16:00' }))
export const calendar: ServiceCalendar = {
  ...{ id: coverIds.calendar, name: 'Weekdays 8–16', holidays: [], agreements: 1, isActive: true, version: 1 },
  ...{ timeZone: null, holidaySet: 'none', policies: 0, isUsed: true },
  spans: weekdays,
  hours: [{ validFrom: '1900-01-01', holidaySet: 'none', spans: weekdays }],
}
export const caseCover: CaseCover = {
  ...{ isOutsideContract: false, agreement: null, minutes: 52, billableMinutes: 60, coveredMinutes: 30 },
  asked: [
    {
      agreement: { id: coverIds.voucherAgreement, name: 'Ten hours ahead' },
      ...{ settlement: 'voucher', overagePolicy: 'approve' },
      pools: [
        {
          ...{ id: coverIds.voucher, name: 'V-12', kind: 'voucher', unit: 'minutes', granted: 600, available: 165 },
          ...{ validFrom: '2026-01-01', expiresOn: '2026-12-31' },
        },
      ],
    },
  ],
  passedOver: [{ agreement: { id: coverIds.subscription, name: 'Service desk' }, because: 'case_type' }],
  ...{ amount: money('550.00'), heldAmount: money('550.00') },
}
export const potentialRow: PotentialRow = {
  ...{ customer: nordlys, agreement: null, settlement: null, items: 4, entries: 3, minutes: 22, billableMinutes: 30 },
  ...{ ready: money('475.00'), held: money('550.00'), future: money('9000.00'), oldestDay: '2026-03-02' },
  heldItems: [
    { reason: 'missing_rate', items: 2, amount: money('0.00') },
    { reason: 'overage_approval', items: 1, amount: money('550.00') },
  ],
  ages: { days30: money('475.00'), days60: money('0.00'), days90: money('0.00'), older: money('0.00') },
}
export const potentialTotals = { ready: [money('475.00')], held: [money('550.00')], future: [money('9000.00')] }
export const soundReport: IntegrityReport = {
  ...{ checkedAt: AT, isSound: true },
  checks: [{ kind: 'pool_differs_from_ledger', violations: 0, examples: [] }],
}
const side = {
  charged: {
    ...{ fees: money('0.00'), vouchers: money('0.00'), time: money('9500.00'), overage: money('0.00') },
    total: money('9500.00'),
  },
  ...{ earned: money('9500.00'), unused: money('0.00'), cost: money('4200.00'), profit: money('5300.00') },
  ...{ margin: '55.79', coveredMinutes: 0, overageMinutes: 0, billableMinutes: 600 },
}
export const simulation: Simulation = {
  ...{ customer: nordlys, from: '2025-03-01', to: '2026-02-28', currency: 'DKK', entries: 12, minutes: 580 },
  today: side,
  draft: {
    ...side,
    charged: { ...side.charged, time: money('0.00'), fees: money('12000.00'), total: money('12000.00') },
    ...{ earned: money('12000.00'), profit: money('7800.00'), margin: '65.00', coveredMinutes: 600 },
  },
  difference: money('2500.00'),
  breakEven: { hoursPerMonth: '1.05', profitHoursPerMonth: null, averageHoursPerMonth: '0.81' },
  months: [
    { month: '2026-01', minutes: 300, today: money('4750.00'), draft: money('6000.00'), draftOverageMinutes: 0 },
    { month: '2026-02', minutes: 280, today: money('4750.00'), draft: money('6000.00'), draftOverageMinutes: 15 },
  ],
  leftOut: 1,
}
