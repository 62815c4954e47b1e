import type { OveragePolicy } from '@timedesk/contracts/rating'
import { charge } from '../agreements/charge.ts'
import type { Piece } from './entry.ts'
import type { EntryRate } from './rate-of.ts'
import type { Step } from './steps.ts'
import type { Segment } from './stretches.ts'
import type { AgreementTerms } from './terms.ts'

/** Who is charged for what prepaid cover leaves: an agreement of settlement time spent, overage, or no agreement. */
export type Bearer =
  { kind: 'time_spent'; agreement: AgreementTerms | null } | { kind: 'overage'; agreement: AgreementTerms }

export type Remainder = {
  pieces: Piece[]
  steps: Step[]
}

const holdOf: Record<OveragePolicy, Piece['hold']> = { bill: null, approve: 'approval', block: 'blocked' }

/** Time spent before overage, and overage under the last prepaid agreement that was asked; null for no agreement at all. */
export function decideBearer(prepaid: readonly AgreementTerms[], timeSpent: AgreementTerms | null): Bearer {
  const last = prepaid.at(-1)
  if (timeSpent !== null || last === undefined) return { kind: 'time_spent', agreement: timeSpent }
  return { kind: 'overage', agreement: last }
}

/**
 * Charges what prepaid cover leaves by the hour, rounded once for each piece (R8, R22). `told` are the steps that were
 * explained before, so that a rate is told once. Without a rate the amount stays null and the pieces say so (R6).
 */
export function chargeRest(
  rest: readonly Segment[],
  bearer: Bearer,
  { ratePerHour, steps }: EntryRate,
  told: readonly Step[],
): Remainder {
  const pieces = rest.map((segment) => pieceOf(segment, bearer, ratePerHour))
  const missing: Step[] = ratePerHour === null ? [{ step: 'rate_missing' }] : []
  const untold = [...steps, ...missing].filter((step) => !isTold(step, told))
  return { pieces, steps: [...tellOverage(rest, bearer), ...untold, ...pieces.flatMap(tellAmount)] }
}

function pieceOf({ minutes, factorPermille }: Segment, bearer: Bearer, ratePerHour: number | null): Piece {
  const amount = ratePerHour === null ? null : charge(minutes, ratePerHour, factorPermille)
  return {
    kind: amount === null ? 'missing_rate' : bearer.kind,
    minutes,
    factorPermille,
    ratePerHour,
    amount,
    value: amount,
    agreementId: bearer.agreement?.id ?? null,
    poolId: null,
    units: null,
    hold: bearer.kind === 'overage' ? holdOf[bearer.agreement.overagePolicy] : null,
  }
}

function tellOverage(rest: readonly Segment[], bearer: Bearer): Step[] {
  if (bearer.kind === 'time_spent') return []
  const { heading, overagePolicy } = bearer.agreement
  const minutes = rest.reduce((sum, segment) => sum + segment.minutes, 0)
  return [{ step: 'overage', agreement: heading, minutes, policy: overagePolicy }]
}

function tellAmount({ minutes, amount, factorPermille, ratePerHour }: Piece): Step[] {
  if (amount === null || ratePerHour === null) return []
  return [{ step: 'amount', minutes, amount, factorPermille, ratePerHour }]
}

function isTold(step: Step, told: readonly Step[]): boolean {
  return told.some((before) => JSON.stringify(before) === JSON.stringify(step))
}
