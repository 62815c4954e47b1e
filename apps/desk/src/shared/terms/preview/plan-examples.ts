import type { BillingPeriod } from '@timedesk/contracts/subscriptions'
import { addMonths } from '@timedesk/domain/calendar/days'
import type { Pool } from '@timedesk/domain/cover/pool'
import { periodsOf, type PeriodMonths } from '@timedesk/domain/subscriptions/periods'
import { periodAmount } from '@timedesk/domain/subscriptions/price'

import type { LineDraft } from '../line-draft.ts'
import { parseUnits } from '../prepaid-units.ts'
import { isDay, type Asked } from './asked.ts'
import type { Example } from './example.ts'
import { DRAFT_ID } from './ground.ts'
import { shareOf } from './lot-examples.ts'

const MONTHS: Record<BillingPeriod, PeriodMonths> = { month: 1, quarter: 3, half_year: 6, year: 12 }
const MINUTES_PER_HOUR = 60

/** What each line charges first, and then every period. Lines without a price say nothing yet. */
export function chargeExamples(lines: readonly LineDraft[], { draft, day }: Pick<Asked, 'draft' | 'day'>): Example[] {
  return lines.flatMap((line): Example[] => {
    const price = priceOf(line)
    if (price === null) return []
    const months = MONTHS[line.period]
    const startsOn = line.startsOn === '' ? firstDay(draft, day) : line.startsOn
    const periods = periodsOf(
      {
        ...{ startsOn, months, anchor: line.alignsToCalendar ? 'calendar' : 'start', prorate: line.prorates },
        ...{ timing: line.timing, leadDays: Math.max(0, line.leadDays) },
      },
      { until: addMonths(startsOn, 2 * months), endsOn: draft.validTo === '' ? null : draft.validTo },
    )
    const [first, second] = periods
    if (first === undefined) return []
    const { chargedDays, wholeDays, dueOn } = first
    return [
      {
        kind: 'charge',
        line: line.description,
        first: { amount: periodAmount(first, price), chargedDays, wholeDays, dueOn },
        then:
          second === undefined
            ? null
            : { amount: periodAmount({ chargedDays: 1, wholeDays: 1 }, price), period: line.period },
      },
    ]
  })
}

/** What is included, what an hour of it costs, and what becomes of the rest. */
export function quotaExamples(lines: readonly LineDraft[]): Example[] {
  return lines.flatMap((line): Example[] => {
    const { unit } = line.quota
    if (unit === 'none') return []
    if (unit === 'unlimited') return [{ kind: 'quota', unit, units: 0, period: line.period, hourPrice: null }]
    const units = parseUnits(line.quota.units, unit)
    if (units === null || units < 1) return []
    const price = priceOf(line)
    const amount = price === null ? null : periodAmount({ chargedDays: 1, wholeDays: 1 }, price)
    const perUnit = unit === 'minutes' ? MINUTES_PER_HOUR : 1
    const hourPrice = amount === null ? null : shareOf(amount, perUnit, units)
    return [{ kind: 'quota', unit, units, period: line.period, hourPrice }, ...rolloverOf(line, unit)]
  })
}

/** The first quota of the plan, full, as cover draws from it; null when nothing is included. */
export function quotaPool(lines: readonly LineDraft[], { day }: Pick<Asked, 'day'>): Pool | null {
  for (const { quota, description } of lines) {
    if (quota.unit === 'none') continue
    const units = quota.unit === 'unlimited' ? 0 : parseUnits(quota.units, quota.unit)
    if (units === null || (units < 1 && quota.unit !== 'unlimited')) continue
    return {
      ...{ id: 'quota', agreementId: DRAFT_ID, kind: 'quota', name: description, unit: quota.unit, order: 1 },
      ...{ validFrom: day, expiresOn: null, ownUntil: null, carryMax: null },
      ...{ balance: units, liability: 0, baseUnits: units, baseLiability: 0 },
    }
  }
  return null
}

function rolloverOf({ quota, period }: LineDraft, unit: 'minutes' | 'cases'): Example[] {
  const { rolloverPeriods: periods, rolloverMax } = quota
  if (periods < 1) return []
  return [{ kind: 'rollover', unit, periods, period, max: parseUnits(rolloverMax, unit) }]
}

function priceOf({ unitPrice, quantity }: LineDraft): { unitPrice: number; quantity: number } | null {
  const minor = parseUnits(unitPrice, 'money')
  return minor === null || minor < 0 || quantity < 1 ? null : { unitPrice: minor, quantity }
}

function firstDay({ validFrom }: Asked['draft'], day: string): string {
  return isDay(validFrom) ? validFrom : day
}
