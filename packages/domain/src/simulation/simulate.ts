import type { HistoryEntry } from '../cover/cover-history.ts'
import type { Cover, Payer } from '../cover/entry.ts'
import type { DatedAmount } from '../subscriptions/price.ts'
import { hoursPerMonth, meetingHours } from './break-even.ts'
import { feesOf } from './draft.ts'
import type { Draft, Window } from './draft.ts'
import { planCostOf } from './plan-cost.ts'
import { startReplay } from './replay.ts'
import type { Replayed } from './replay.ts'
import { addWorth, monthOf, monthsIn, NO_WORTH, shareByDays } from './tally.ts'
import type { Month, Side, Worth } from './tally.ts'

/** An entry with what it was worth under the agreements of its day, and what it cost; null where that is not known. */
export type WorkedEntry = HistoryEntry & {
  /** Null when it has no rate, or is charged in another currency: there is nothing to compare it with. */
  today: Worth | null
  cost: number | null
}

/** What was charged in the window beside entries: fees by their days, and vouchers that ran out unused. */
export type ChargedToday = {
  fees: readonly DatedAmount[]
  expired: readonly { day: string; amount: number }[]
  /** What is left of the vouchers that there are now. */
  unused: number
}

export type Simulated = {
  entries: number
  minutes: number
  /** Entries without a rate on either side: they count for nothing. */
  leftOut: number
  /** Of the entries that count, in minor units; null when one of them has none. */
  cost: number | null
  today: Side
  draft: Side
  months: Month[]
  /** Hours by the month, two decimals; see `meetingHours`. */
  breakEven: { hoursPerMonth: string | null; profitHoursPerMonth: string | null; averageHoursPerMonth: string }
}

export type Simulation = {
  /** Adds an entry; they are to come in the order of the work (R16). */
  add: (entry: WorkedEntry) => void
  end: () => Simulated
}

type Sums = {
  entries: number
  minutes: number
  leftOut: number
  cost: number | null
  today: Worth
  draft: Worth
  bought: number
  cases: Set<string>
}

/**
 * Compares what a customer's work was charged with what it would have been under a draft in place of all agreements.
 * Entry by entry, so that whoever has many of them can do other things in between.
 */
export function startSimulation(draft: Draft, payer: Payer, window: Window, charged: ChargedToday): Simulation {
  const replay = startReplay(draft, payer, window)
  const months = monthsIn(window)
  const sums: Sums = {
    entries: 0,
    minutes: 0,
    leftOut: 0,
    cost: 0,
    today: { ...NO_WORTH },
    draft: { ...NO_WORTH },
    bought: 0,
    cases: new Set(),
  }
  return {
    add: (entry) => {
      const { today } = entry
      const replayed = today === null ? null : replay.cover(entry, (cover) => isLeftOut(cover, draft))
      if (today === null || replayed === null) sums.leftOut += 1
      else addEntry(sums, months, entry, today, replayed)
    },
    end: () => compare(sums, months, { draft, payer, window, charged, left: replay.end() }),
  }
}

function isLeftOut({ isBillable, amount, currency }: Cover, { terms }: Draft): boolean {
  return isBillable && (amount === null || currency !== terms.currency)
}

function addEntry(
  sums: Sums,
  months: Map<string, Month>,
  { workDate, minutes, cost, caseId }: WorkedEntry,
  today: Worth,
  replayed: Replayed,
): void {
  const worth = worthOf(replayed)
  sums.entries += 1
  sums.minutes += minutes
  sums.cost = sums.cost === null || cost === null ? null : sums.cost + cost
  sums.bought += replayed.bought
  addWorth(sums.today, today)
  addWorth(sums.draft, worth)
  if (caseId !== null) sums.cases.add(caseId)
  const month = months.get(monthOf(workDate))
  if (month === undefined) return
  month.minutes += minutes
  month.today += today.vouchers + today.time + today.overage
  month.draft += replayed.bought + worth.time + worth.overage
  month.draftOverageMinutes += worth.overageMinutes
}

function worthOf({ cover, revenue }: Replayed): Worth {
  const worth = { ...NO_WORTH, vouchers: revenue, billableMinutes: cover.billableMinutes }
  for (const { kind, minutes, amount } of cover.pieces) {
    if (kind === 'voucher' || kind === 'subscription') worth.coveredMinutes += minutes
    if (kind === 'time_spent') worth.time += amount ?? 0
    if (kind !== 'overage') continue
    worth.overage += amount ?? 0
    worth.overageMinutes += minutes
  }
  return worth
}

type Ground = {
  draft: Draft
  payer: Payer
  window: Window
  charged: ChargedToday
  left: { unused: number; expired: number }
}

function compare(sums: Sums, months: Map<string, Month>, ground: Ground): Simulated {
  const { draft, payer, window, charged, left } = ground
  const feesToday = spread(charged.fees, window, months, 'today')
  const expiries = charged.expired.map(({ day, amount }) => ({ from: day, to: day, amount }))
  const expiredToday = spread(expiries, window, months, 'today')
  const feesDraft = spread(feesOf(draft, window), window, months, 'draft')
  const usedToday = sums.today.vouchers + expiredToday
  const usedDraft = sums.draft.vouchers + left.expired
  const today = sideOf(sums.today, { fees: feesToday, charged: usedToday, earned: usedToday, unused: charged.unused })
  const future = sideOf(sums.draft, { fees: feesDraft, charged: sums.bought, earned: usedDraft, unused: left.unused })
  const { entries, minutes, leftOut, cost } = sums
  const plan = planCostOf(draft, payer, { worth: sums.draft, minutes, cases: sums.cases.size })
  const losing =
    plan.feePerYear > 0
      ? meetingHours(plan, { amount: cost ?? 0, minutes })
      : cost !== null && cost > future.earned
        ? hoursPerMonth(0, window.months)
        : null
  return {
    ...{ entries, minutes, leftOut, cost, today, draft: future, months: [...months.values()] },
    breakEven: {
      hoursPerMonth: meetingHours(plan, { amount: today.total, minutes }),
      profitHoursPerMonth: losing,
      averageHoursPerMonth: hoursPerMonth(minutes, window.months),
    },
  }
}

/** Adds amounts to the months whose days they are for; resolves with what falls into the window. */
function spread(amounts: readonly DatedAmount[], window: Window, months: Map<string, Month>, side: 'today' | 'draft') {
  let sum = 0
  for (const share of amounts.flatMap((amount) => shareByDays(amount, window))) {
    sum += share.amount
    const month = months.get(share.month)
    if (month !== undefined) month[side] += share.amount
  }
  return sum
}

type Prepaid = { fees: number; charged: number; earned: number; unused: number }

function sideOf(worth: Worth, { fees, charged, earned, unused }: Prepaid): Side {
  const hourly = worth.time + worth.overage
  return { ...worth, vouchers: charged, fees, total: fees + charged + hourly, earned: fees + earned + hourly, unused }
}
