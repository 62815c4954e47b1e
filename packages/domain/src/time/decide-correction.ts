import { Refusal } from '@timedesk/contracts/refusal'
import { laterOf } from '../calendar/days.ts'
import type { EntryState } from './decide-week-move.ts'
import { firstOpenDay } from './first-open-day.ts'
import type { Booking, PeriodLocks } from './first-open-day.ts'

/** What the rules need to know of an entry that is to be corrected (R9). */
export type EntryToCorrect = {
  workDate: string
  bookedOn: string
  state: EntryState
  correction: 'reversal' | 'replacement' | null
  /** Whether a reversal takes it back. */
  isCorrected: boolean
  /** Whether a document charges it, or somebody wrote it off. */
  settledAs: 'drafted' | 'invoiced' | 'written_off' | null
}

/** Who corrects, on which day, and what the company asks for. */
export type CorrectionIntent = {
  locks: PeriodLocks
  mayOverrideSoft: boolean
  mayApprove: boolean
  approvesTime: boolean
  today: string
}

export type CorrectionDecision = Booking & {
  /** A correction waits for approval, unless who makes it may approve, or nobody has to. */
  state: 'submitted' | 'approved'
}

/**
 * Where a correction is booked, today or on the first open day, and whether it waits for approval (R9, R52).
 * Refuses with `already_corrected` what was taken back; with `time_settled` what a draft claims or was written off, since
 * it has to be let go of first; and with `correction_refused` a reversal, a correction that waits itself, and time that is
 * open still: that is changed in place, unless a posted document charges it.
 */
export function decideCorrection(entry: EntryToCorrect, intent: CorrectionIntent): CorrectionDecision {
  const { locks, mayOverrideSoft, mayApprove, approvesTime, today } = intent
  if (entry.correction === 'reversal') throw refuse('A reversal is not corrected; what it took back is.')
  if (entry.isCorrected) throw new Refusal('already_corrected')
  if (entry.correction !== null && entry.state === 'submitted') throw refuse('It waits for approval itself.')
  if (entry.settledAs === 'drafted') throw settled('A draft claims it: take it off the draft first.')
  if (entry.settledAs === 'written_off') throw settled('It was written off: release it first.')
  const isLocked = firstOpenDay(entry.bookedOn, locks, mayOverrideSoft).isLate
  if (entry.state === 'open' && !isLocked && entry.settledAs === null) throw refuse('It is open: change it in place.')

  // Work of a week to come may be approved already, and no entry is booked before it is worked.
  const { bookedOn } = firstOpenDay(laterOf(today, entry.workDate), locks, mayOverrideSoft)
  return { bookedOn, isLate: isLocked, state: mayApprove || !approvesTime ? 'approved' : 'submitted' }
}

function settled(detail: string): Refusal {
  return new Refusal('time_settled', { detail })
}

function refuse(detail: string): Refusal {
  return new Refusal('correction_refused', { detail })
}
