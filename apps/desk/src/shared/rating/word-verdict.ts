import type { Verdict } from '@timedesk/contracts/cover'
import type { CoverPiece } from '@timedesk/contracts/rating'

import type { Words } from '../create-words.ts'
import { sumMoney } from '../money.ts'
import type { verdictEnglish } from './verdict-texts.ts'
import { wordUnits, type RatingTools } from './word-units.ts'

/** What a verdict and an entry have in common. Balances and warnings are known only before saving. */
export type Worth = Pick<Verdict, 'minutes' | 'billableMinutes' | 'amount' | 'pieces' | 'explanation' | 'agreement'> &
  Partial<Pick<Verdict, 'draws' | 'warnings'>>

export type VerdictTools = RatingTools & { say: Words<typeof verdictEnglish> }

/**
 * Words what minutes become, the same wherever time is typed or shown: billable minutes, what pays for them and what
 * is left of it, overage and what becomes of that, the price by the hour.
 */
export function wordVerdict(worth: Worth, tools: VerdictTools): string {
  const { say, format } = tools
  const minutes = format.minutes(worth.minutes)
  if (isUnbillable(worth)) return say('notBillable', { minutes })
  const parts = [
    say('minutes', { minutes, billable: format.minutes(worth.billableMinutes) }),
    ...wordSurcharges(worth, tools),
    ...wordPrepaid(worth, tools),
    ...wordOverage(worth, tools),
    ...wordHourly(worth, tools),
  ]
  return parts.join(' · ')
}

export function isUnbillable({ explanation, pieces }: Worth): boolean {
  return explanation.some(({ step }) => step === 'not_billable') || pieces.some(({ kind }) => kind === 'non_billable')
}

/** Whether nobody knows what to charge, which is an error to mend and never a zero. */
export function lacksRate({ explanation, pieces }: Worth): boolean {
  return pieces.length > 0
    ? pieces.some(({ kind }) => kind === 'missing_rate')
    : explanation.some(({ step }) => step === 'rate_missing')
}

/** How a verdict is coloured, always beside words that say the same. */
export function moodOf(worth: Worth): 'quiet' | 'fine' | 'careful' | 'refused' {
  if (isUnbillable(worth)) return 'quiet'
  if (lacksRate(worth)) return 'refused'
  const isLow = worth.warnings?.some(({ kind }) => kind === 'overage' || kind === 'nearly_empty') ?? false
  return isLow || worth.pieces.some(isOverage) ? 'careful' : 'fine'
}

function wordSurcharges({ explanation }: Worth, { say, format }: VerdictTools): string[] {
  return explanation.flatMap((step) => {
    if (step.step !== 'stretch' || step.factor === '1') return []
    return [say('surcharge', { minutes: format.minutes(step.minutes), factor: format.factor(step.factor) })]
  })
}

function wordPrepaid({ pieces, draws, billableMinutes }: Worth, tools: VerdictTools): string[] {
  const { say, format } = tools
  const prepaid = pieces.filter(({ kind }) => kind === 'voucher' || kind === 'subscription')
  const pools = [...Map.groupBy(prepaid, ({ pool }) => pool?.id ?? '').values()]
  return pools.map((ofPool) => {
    const [first] = ofPool
    const pool = poolName(first)
    const draw = draws?.find((candidate) => candidate.pool === first?.pool?.name)
    const minutes = sumMinutes(ofPool)
    if (draw === undefined || draw.unit === 'unlimited' || draw.before === draw.after) {
      return minutes === billableMinutes
        ? say('paysAll', { pool })
        : say('pays', { minutes: format.minutes(minutes), pool })
    }
    const { unit } = draw
    return say('left', { pool, before: wordUnits(unit, draw.before, tools), after: wordUnits(unit, draw.after, tools) })
  })
}

/** A voucher goes by its number; the quota of a period only with its agreement. */
function poolName(piece: CoverPiece | undefined): string {
  const name = piece?.pool?.name ?? ''
  return piece?.kind === 'subscription' ? `${piece.agreement?.name ?? ''} ${name}`.trim() : name
}

function wordOverage({ pieces, explanation }: Worth, { say, format }: VerdictTools): string[] {
  const isPrepaid = pieces.some(({ kind }) => kind === 'voucher' || kind === 'subscription')
  const beyond = [...Map.groupBy(pieces.filter(isOverage), ({ hold }) => hold)]
  if (beyond.length === 0) {
    const told = explanation.find((step) => step.step === 'overage')
    if (told?.step === 'overage') return [say('overage', { minutes: format.minutes(told.minutes) })]
    return isPrepaid && sumMinutes(pieces.filter(({ kind }) => kind === 'time_spent')) === 0 ? [say('noOverage')] : []
  }
  return beyond.map(([hold, ofHold]) => {
    const minutes = format.minutes(sumMinutes(ofHold))
    const amount = sumMoney(ofHold.map((piece) => piece.amount))
    if (hold === 'blocked') return say('blocked', { minutes })
    if (hold === 'declined') return say('declined', { minutes })
    const priced = { minutes, amount: amount === null ? '' : format.money(amount) }
    if (hold === 'approval') return amount === null ? say('waits', priced) : say('waitsAmount', priced)
    return amount === null ? say('overage', priced) : say('overageAmount', priced)
  })
}

function isOverage({ kind, hold }: CoverPiece): boolean {
  return kind === 'overage' || hold !== null
}

function wordHourly(worth: Worth, { say, format }: VerdictTools): string[] {
  if (lacksRate(worth)) return [say('noRate')]
  const { pieces, amount, agreement, billableMinutes } = worth
  const hourly = pieces.filter(({ kind }) => kind === 'time_spent')
  const minutes = sumMinutes(hourly)
  const charged = sumMoney(hourly.map((piece) => piece.amount))
  if (pieces.length > 0 && hourly.length === 0) return []
  if (hourly.length > 0 && minutes !== billableMinutes && charged !== null) {
    return [say('hourly', { minutes: format.minutes(minutes), amount: format.money(charged) })]
  }
  const shown = charged ?? amount
  return shown === null ? [] : [format.money(shown), ...(agreement === null ? [] : [agreement.name])]
}

function sumMinutes(pieces: readonly CoverPiece[]): number {
  return pieces.reduce((sum, { minutes }) => sum + minutes, 0)
}
