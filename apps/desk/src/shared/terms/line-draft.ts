import type { BillingPeriod, SubscriptionLine, SubscriptionLineDraft } from '@timedesk/contracts/subscriptions'
import type { z } from 'zod'

import { wireAmount } from '../forms/wire-rate.ts'
import { parseUnits, unitsText } from './prepaid-units.ts'

/** What a period of a plan line includes, as it is written. */
export type QuotaDraft = {
  unit: 'none' | 'minutes' | 'cases' | 'unlimited'
  units: string
  rolloverPeriods: number
  /** Empty: all of it. */
  rolloverMax: string
}

/** A line of a subscription's plan as a form holds it; named as the fields of the request. */
export type LineDraft = {
  description: string
  period: BillingPeriod
  /** Empty: the agreement's first day. */
  startsOn: string
  timing: 'advance' | 'arrears'
  leadDays: number
  alignsToCalendar: boolean
  prorates: boolean
  quota: QuotaDraft
  quantity: number
  unitPrice: string
}

export const emptyLine: LineDraft = {
  ...{ description: '', period: 'month', startsOn: '', timing: 'advance', leadDays: 0 },
  ...{ alignsToCalendar: true, prorates: true, quantity: 1, unitPrice: '' },
  quota: { unit: 'none', units: '', rolloverPeriods: 0, rolloverMax: '' },
}

export function lineOf(line: SubscriptionLine): LineDraft {
  const { description, period, startsOn, timing, leadDays, alignsToCalendar, prorates, quantity, unitPrice } = line
  return {
    ...{ description, period, startsOn, timing, leadDays, alignsToCalendar, prorates, quantity },
    unitPrice: unitPrice.amount,
    quota: quotaOf(line.quota),
  }
}

export function quotaOf(quota: SubscriptionLine['quota']): QuotaDraft {
  if (quota.unit === 'none' || quota.unit === 'unlimited') return { ...emptyLine.quota, unit: quota.unit }
  const { unit, units, rolloverPeriods, rolloverMax } = quota
  return {
    ...{ unit, units: unitsText(units, unit), rolloverPeriods },
    rolloverMax: rolloverMax === null ? '' : unitsText(rolloverMax, unit),
  }
}

export function wireLine(line: LineDraft, currency: string): z.input<typeof SubscriptionLineDraft> {
  const { startsOn, unitPrice, quota, ...same } = line
  return {
    ...same,
    ...(startsOn !== '' && { startsOn }),
    unitPrice: wireAmount(unitPrice, currency),
    quota: wireQuota(quota),
  }
}

/** What cannot be read goes as nothing, so that the API says what is wrong with it. */
export function wireQuota({ unit, units, rolloverPeriods, rolloverMax }: QuotaDraft) {
  if (unit === 'none' || unit === 'unlimited') return { unit }
  return {
    ...{ unit, units: parseUnits(units, unit) ?? 0, rolloverPeriods },
    rolloverMax: rolloverPeriods === 0 || rolloverMax.trim() === '' ? null : (parseUnits(rolloverMax, unit) ?? -1),
  }
}
