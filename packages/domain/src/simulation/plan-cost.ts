import type { EntryToCover, Payer } from '../cover/entry.ts'
import { overageRateOf } from '../cover/rate-of.ts'
import { PERMILLE_WHOLE } from '../money/factor.ts'
import type { PerWork, PlanCost } from './break-even.ts'
import type { Draft, DraftLine } from './draft.ts'
import type { Worth } from './tally.ts'

const MONTHS_PER_YEAR = 12
const MINUTES_PER_HOUR = 60

type Replayed = {
  /** What the draft made of the work. */
  worth: Worth
  minutes: number
  cases: number
}

/**
 * What a draft's plan charges and includes in a year, and what work beyond it costs: on average as it was replayed, or
 * by the terms when nothing went beyond. Included cases are as long as the customer's cases were; minutes of work are
 * taken as the minutes that count.
 */
export function planCostOf({ terms, lines }: Draft, payer: Payer, { worth, minutes, cases }: Replayed): PlanCost {
  const feePerYear = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice * perYear(line), 0)
  const included = lines.map((line) => includedMinutes(line, cases === 0 ? 0 : minutes / cases))
  return {
    feePerYear,
    includedMinutesPerYear: included.includes(null)
      ? null
      : Math.round(included.reduce<number>((sum, each) => sum + (each ?? 0), 0)),
    beyond: averageBeyond(worth) ?? agreedBeyond(terms, payer),
  }
}

function perYear({ months }: DraftLine): number {
  return MONTHS_PER_YEAR / months
}

function includedMinutes(line: DraftLine, minutesPerCase: number): number | null {
  switch (line.quotaUnit) {
    case 'none':
      return 0
    case 'minutes':
      return line.quota * perYear(line)
    case 'cases':
      return line.quota * perYear(line) * minutesPerCase
    case 'unlimited':
      return null
  }
}

function averageBeyond({ time, overage, billableMinutes, coveredMinutes }: Worth): PerWork | null {
  const minutes = billableMinutes - coveredMinutes
  return minutes > 0 ? { amount: time + overage, minutes } : null
}

/** Work that says nothing of its price: no class, and an activity that changes nothing. */
const PLAIN_WORK = {
  ratePerHour: null,
  priceClass: null,
  activityType: { id: '', isBillable: true, factorPermille: PERMILLE_WHOLE, fixedRatePerHour: null, minimum: 0 },
} as const satisfies Partial<EntryToCover>

function agreedBeyond(terms: Draft['terms'], payer: Payer): PerWork | null {
  const work = { ...PLAIN_WORK, workDate: terms.validFrom }
  const { ratePerHour } = overageRateOf(work, payer, terms, terms.currency)
  return ratePerHour === null ? null : { amount: ratePerHour, minutes: MINUTES_PER_HOUR }
}
