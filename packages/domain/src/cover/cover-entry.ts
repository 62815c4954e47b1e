import { PERMILLE_WHOLE } from '../money/factor.ts'
import { whichApply } from './applies.ts'
import type { Applying } from './applies.ts'
import type { Cover, CoverEntry, CoverState, EntryToCover, Payer, Piece } from './entry.ts'
import { roundEntry } from './group-minutes.ts'
import { bestTimeSpent, prepaidInOrder } from './order.ts'
import { currencyOf, overageRateOf, rateOf } from './rate-of.ts'
import { chargeRest, decideBearer } from './remainder.ts'
import type { Remainder } from './remainder.ts'
import type { Step } from './steps.ts'
import { segmentsOf } from './stretches.ts'
import type { Segment } from './stretches.ts'
import type { AgreementTerms } from './terms.ts'
import { drawInOrder } from './waterfall.ts'

/** Raised when the rules below change what they give, and kept with each result. */
export const RATING_RULE_VERSION = 2

type NotBillable = NonNullable<Extract<Step, { step: 'not_billable' }>['because']>

/** The agreements that count, by what they are asked for. The first one asked has the terms that hold. */
type Chain = {
  prepaid: AgreementTerms[]
  timeSpent: AgreementTerms | null
  leading: AgreementTerms | null
}

/**
 * What pays for an entry, and why (R14, R15): which agreements count, billable or not, rounded (R1, R2), split by
 * service hours (R4), drawn from prepaid pools in their order (R18), and the rest charged at its rate (R6, R8).
 * Rounding, surcharges and whether work is billable are the leading agreement's; a piece's rate is that of the
 * agreement which pays it. Billable pieces sum to the billable minutes. The order of the lists makes no difference.
 * Throws a RangeError for minutes that are not whole or negative.
 */
export const coverEntry: CoverEntry = (entry, payer, agreements, state) => {
  const { customer } = payer
  if (customer === null) return coverNothing(entry, payer, null, [{ step: 'not_billable', because: 'internal' }])

  const found = whichApply(entry, agreements)
  const prepaid = prepaidInOrder(found.applying, customer.coverOrder)
  const timeSpent = bestTimeSpent(found.applying)
  const chain: Chain = { prepaid, timeSpent, leading: prepaid[0] ?? timeSpent }
  const because = whyNotBillable(entry, chain.leading)
  if (because === null) return coverBillable(entry, payer, chain, state, tellAgreements(entry, found, chain))

  const told = because === 'agreement' ? tellAgreements(entry, found, chain) : []
  return coverNothing(entry, payer, chain.leading, [...told, { step: 'not_billable', because }])
}

function coverBillable(entry: EntryToCover, payer: Payer, chain: Chain, state: CoverState, told: Step[]): Cover {
  const { leading, prepaid } = chain
  const currency = currencyOf(payer, leading)
  const rounded = roundEntry(entry, leading, state.ratedBefore)
  const split = segmentsOf(entry, leading?.afterHours ?? null, rounded.billableMinutes, payer.zone)
  const rate = rateOf(entry, payer, leading, currency)
  const drawn = drawInOrder(split.segments, {
    entry,
    prepaid,
    state,
    currency,
    rateUnder: (agreement) =>
      agreement === leading ? rate.ratePerHour : rateOf(entry, payer, agreement, currency).ratePerHour,
  })
  const rest = coverRest(drawn.rest, entry, payer, chain, [...rate.steps, ...drawn.steps])
  const pieces = [...drawn.pieces, ...rest.pieces]
  return {
    isBillable: true,
    agreementId: leading?.id ?? null,
    currency,
    billableMinutes: rounded.billableMinutes,
    ratePerHour: rate.ratePerHour,
    amount: sumAmounts(pieces),
    pieces,
    explanation: [...told, rounded.step, ...split.steps, ...rate.steps, ...drawn.steps, ...rest.steps],
    ruleVersion: RATING_RULE_VERSION,
  }
}

/** What prepaid cover leaves, at the rate of whoever is charged for it. */
function coverRest(
  rest: readonly Segment[],
  entry: EntryToCover,
  payer: Payer,
  { prepaid, timeSpent, leading }: Chain,
  told: readonly Step[],
): Remainder {
  if (rest.length === 0) return { pieces: [], steps: [] }
  const bearer = decideBearer(prepaid, timeSpent)
  const currency = currencyOf(payer, leading)
  const rate =
    bearer.kind === 'overage'
      ? overageRateOf(entry, payer, bearer.agreement, currency)
      : rateOf(entry, payer, bearer.agreement, currency)
  return chargeRest(rest, bearer, rate, told)
}

/** An activity that is not billable cannot be made so by an agreement; only the entry itself overrules either (R14). */
function whyNotBillable(
  { isBillable, activityType }: EntryToCover,
  leading: AgreementTerms | null,
): NotBillable | null {
  if (isBillable !== null) return isBillable ? null : 'entry'
  if (!activityType.isBillable) return 'activity'
  return leading?.isBillable === false ? 'agreement' : null
}

function tellAgreements({ choice }: EntryToCover, { passedOver }: Applying, { leading }: Chain): Step[] {
  return [
    ...(choice.mode === 'outside' ? [{ step: 'outside_contract' } as const] : []),
    ...passedOver.map(({ agreement, because }): Step => {
      return { step: 'agreement_passed_over', agreement: agreement.heading, because }
    }),
    ...(leading === null ? [] : [{ step: 'terms', agreement: leading.heading } as const]),
  ]
}

function coverNothing(entry: EntryToCover, payer: Payer, leading: AgreementTerms | null, explanation: Step[]): Cover {
  const piece: Piece = {
    kind: 'non_billable',
    minutes: entry.minutes,
    factorPermille: PERMILLE_WHOLE,
    ratePerHour: null,
    amount: null,
    value: null,
    agreementId: null,
    poolId: null,
    units: null,
    hold: null,
  }
  return {
    isBillable: false,
    agreementId: leading?.id ?? null,
    currency: currencyOf(payer, leading),
    billableMinutes: 0,
    ratePerHour: null,
    amount: null,
    pieces: [piece],
    explanation,
    ruleVersion: RATING_RULE_VERSION,
  }
}

function sumAmounts(pieces: readonly Piece[]): number | null {
  let sum = 0
  for (const { amount } of pieces) {
    if (amount === null) return null
    sum += amount
  }
  return sum
}
