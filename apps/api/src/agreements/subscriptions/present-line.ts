import type { AgreementState } from '@timedesk/contracts/agreements'
import type { BillingPeriod, SubscriptionLine } from '@timedesk/contracts/subscriptions'
import { addMonths } from '@timedesk/domain/calendar/days'
import { factorText } from '@timedesk/domain/money/factor'
import { toWire } from '@timedesk/domain/money/money'
import { missingPeriods } from '@timedesk/domain/subscriptions/missing-periods'
import type { PeriodMonths } from '@timedesk/domain/subscriptions/periods'
import { priceOfPeriod } from '@timedesk/domain/subscriptions/price'
import { tilesOf, type StoredLine } from './find-plan.ts'
import { presentQuota } from './quota-columns.ts'

type PriceRow = {
  validFrom: string
  quantity: number
  unitPrice: number
  kind: SubscriptionLine['prices'][number]['kind']
  base: number | null
  baseMonth: string | null
  now: number | null
  nowMonth: string | null
  reason: string
  byName: string
  at: string
}

/** What a line shows beside its plan. */
export type LineFacts = {
  version: number
  ownEnd: string | null
  agreementState: AgreementState
  agreement: SubscriptionLine['agreement']
  customer: SubscriptionLine['customer']
  /** Latest first. */
  history: PriceRow[]
  /** Of the period that runs. */
  quota: { poolId: string; granted: number; available: number } | null
}

const periodNames: Record<PeriodMonths, BillingPeriod> = { 1: 'month', 3: 'quarter', 6: 'half_year', 12: 'year' }

/** A line of a plan, with the price and the period of a day. */
export function presentLine(line: StoredLine, facts: LineFacts, today: string): SubscriptionLine {
  const { plan, currency } = line
  const running = tilesOf(line).find(({ from, to }) => from <= today && today <= to)
  const price = priceOf(line, running?.from ?? today)
  const money = (minor: number) => toWire({ minor, currency })
  return {
    id: line.id,
    agreement: facts.agreement,
    customer: facts.customer,
    description: line.description,
    position: line.position,
    period: periodNames[plan.months],
    startsOn: plan.startsOn,
    endsOn: facts.ownEnd,
    timing: plan.timing,
    leadDays: plan.leadDays,
    alignsToCalendar: plan.anchor === 'calendar',
    prorates: plan.prorate,
    quota: presentQuota(line),
    quantity: price.quantity,
    unitPrice: money(price.unitPrice),
    amount: money(price.quantity * price.unitPrice),
    prices: facts.history.map((row) => presentPrice(row, currency)),
    current: running === undefined ? null : presentCurrent(running, facts),
    nextChargeOn: nextChargeOn(line, facts, today),
    isActive: facts.agreementState !== 'ended' && (line.endsOn === null || line.endsOn >= today),
    version: facts.version,
  }
}

/** What the line costs on a day: before its first price, what it will cost then. */
function priceOf({ prices }: StoredLine, day: string) {
  const price = priceOfPeriod({ from: day }, prices) ?? prices[0]
  if (price === undefined) throw new Error('A line begins with a price')
  return price
}

function presentPrice({ unitPrice, base, baseMonth, now, nowMonth, at, ...row }: PriceRow, currency: string) {
  const index =
    base === null || baseMonth === null || now === null || nowMonth === null
      ? null
      : { base: factorText(base), baseMonth, now: factorText(now), nowMonth }
  return { ...row, unitPrice: toWire({ minor: unitPrice, currency }), index, at: new Date(at).toISOString() }
}

function presentCurrent({ from, to }: { from: string; to: string }, { quota }: LineFacts): SubscriptionLine['current'] {
  return {
    from,
    to,
    poolId: quota?.poolId ?? null,
    granted: quota?.granted ?? null,
    available: quota?.available ?? null,
  }
}

/** When the next charge that is not made yet falls due; null when none will. */
function nextChargeOn(line: StoredLine, { agreementState }: LineFacts, today: string): string | null {
  if (agreementState !== 'active') return null
  const tiles = tilesOf(line)
  const last = tiles.reduce((latest, { to }) => (to > latest ? to : latest), line.plan.startsOn)
  const until = addMonths(last > today ? last : today, 2 * line.plan.months)
  return missingPeriods(line.plan, { until, endsOn: line.endsOn }, tiles)[0]?.dueOn ?? null
}
