import { addDays, addMonths } from '../calendar/days.ts'
import type { Pool } from '../cover/pool.ts'
import type { AgreementTerms } from '../cover/terms.ts'
import { periodsOf } from '../subscriptions/periods.ts'
import type { PlanLine } from '../subscriptions/periods.ts'
import { periodAmount } from '../subscriptions/price.ts'
import type { DatedAmount } from '../subscriptions/price.ts'
import { quotaDays } from '../subscriptions/quota.ts'

/** The days that are replayed, both inclusive, and how many months they are. */
export type Window = { from: string; to: string; months: number }

/** A voucher that is bought again whenever the ones before are used up or over. Its price in minor units. */
export type Lot = {
  unit: 'minutes' | 'cases' | 'money'
  quantity: number
  price: number
  /** For how many months it may be used from the day it is bought; null: without end. */
  validMonths: number | null
}

/** A line of a subscription's plan; the price in minor units for one, for a whole period. */
export type DraftLine = Omit<PlanLine, 'startsOn'> & {
  position: number
  quantity: number
  unitPrice: number
  quotaUnit: 'none' | 'minutes' | 'cases' | 'unlimited'
  quota: number
  rolloverPeriods: number
  rolloverMax: number | null
}

/** What might be agreed instead of all that is agreed: its terms, and how it is paid for beforehand. */
export type Draft = { terms: AgreementTerms; lot: Lot | null; lines: readonly DraftLine[] }

/** The terms as they hold for work of the window: as if they had been agreed on its first day, whatever they say. */
export function termsInWindow({ terms }: Draft, { from }: Window): AgreementTerms {
  return { ...terms, state: 'active', validFrom: from, validTo: null }
}

/** What the plan charges, begun on the window's first day. */
export function feesOf({ lines }: Draft, window: Window): DatedAmount[] {
  return lines.flatMap((line) =>
    periodsIn(line, window).map((period) => ({ from: period.from, to: period.to, amount: periodAmount(period, line) })),
  )
}

/** The quotas of the plan, begun on the window's first day; by their first days. */
export function quotasOf({ terms, lines }: Draft, window: Window): Pool[] {
  return lines
    .flatMap((line, index) =>
      periodsIn(line, window).flatMap((period): Pool[] => {
        const { quotaUnit: unit, quota: units, rolloverMax: carryMax, position: order } = line
        if (unit === 'none') return []
        const rolloverPeriods = unit === 'unlimited' ? 0 : line.rolloverPeriods
        const days = quotaDays({ ...line, startsOn: window.from }, period, rolloverPeriods)
        const id = `quota ${String(index)} ${period.from}`
        const name = period.from
        const common = { id, agreementId: terms.id, kind: 'quota', name, unit, validFrom: period.from, order } as const
        return [{ ...common, ...days, carryMax, balance: units, liability: 0, baseUnits: units, baseLiability: 0 }]
      }),
    )
    .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
}

/** The lot so many to be bought, on a day. */
export function buyLot({ terms }: Draft, lot: Lot, count: number, day: string): Pool {
  const { unit, quantity, price, validMonths } = lot
  return {
    id: `lot ${String(count).padStart(8, '0')}`,
    agreementId: terms.id,
    kind: 'voucher',
    name: String(count),
    unit,
    validFrom: day,
    expiresOn: validMonths === null ? null : addDays(addMonths(day, validMonths), -1),
    ownUntil: null,
    carryMax: null,
    order: count,
    balance: quantity,
    liability: price,
    baseUnits: quantity,
    baseLiability: price,
  }
}

function periodsIn(line: DraftLine, { from, to }: Window) {
  return periodsOf({ ...line, startsOn: from }, { until: to, endsOn: null }).filter((period) => period.from <= to)
}
