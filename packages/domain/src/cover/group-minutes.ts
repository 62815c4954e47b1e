import type { RoundingScope } from '@timedesk/contracts/rating'
import { AS_WORKED, roundMinutes } from '../time/round-minutes.ts'
import type { Rounding } from '../time/round-minutes.ts'
import type { CoverState, EntryToCover } from './entry.ts'
import type { Step } from './steps.ts'
import type { AgreementTerms } from './terms.ts'

/** What was rated of a group already. */
export type GroupBefore = { minutes: number; billableMinutes: number }

const NOTHING_BEFORE: GroupBefore = { minutes: 0, billableMinutes: 0 }

/**
 * What an entry adds to the billable minutes of its group (R2): what its rounded sum lacks. So the entries sum to it
 * and none that comes later changes one that is there; what was taken back from the group is made good by the next
 * one, and a group that has billed enough bills no more.
 */
export function billableInGroup(actual: number, before: GroupBefore, rounding: Rounding): number {
  if (actual === 0) return 0
  return Math.max(0, roundMinutes(before.minutes + actual, rounding) - before.billableMinutes)
}

export type Rounded = {
  billableMinutes: number
  step: Step
}

/**
 * Billable minutes under the terms that hold (R1–R3), or as worked without any. The activity's minimum holds when it
 * is the higher one. Work without a case is a group of its own.
 */
export function roundEntry(
  entry: EntryToCover,
  terms: AgreementTerms | null,
  ratedBefore: CoverState['ratedBefore'],
): Rounded {
  const increment = terms?.increment ?? AS_WORKED.increment
  const minimum = Math.max(terms?.minimum ?? AS_WORKED.minimum, entry.activityType.minimum)
  const scope = entry.caseId === null || terms === null ? 'entry' : terms.roundingScope
  const before = terms === null ? NOTHING_BEFORE : groupBefore(entry.workDate, terms.id, scope, ratedBefore)
  const billable = billableInGroup(entry.minutes, before, { increment, minimum })
  const step: Step = { step: 'rounded', actual: entry.minutes, increment, minimum, billable }
  return { billableMinutes: billable, step: scope === 'entry' ? step : { ...step, scope, before: before.minutes } }
}

function groupBefore(
  workDate: string,
  agreementId: string,
  scope: RoundingScope,
  ratedBefore: CoverState['ratedBefore'],
): GroupBefore {
  if (scope === 'entry') return NOTHING_BEFORE
  const group = groupOf(workDate, scope)
  const before = { ...NOTHING_BEFORE }
  for (const rated of ratedBefore) {
    if (rated.agreementId !== agreementId || groupOf(rated.workDate, scope) !== group) continue
    before.minutes += rated.minutes
    before.billableMinutes += rated.billableMinutes
  }
  return before
}

/** The group of a case's work of a day: work of the same one is rounded together. */
export function groupOf(workDate: string, scope: Exclude<RoundingScope, 'entry'>): string {
  return scope === 'case_day' ? workDate : workDate.slice(0, 'YYYY-MM'.length)
}
