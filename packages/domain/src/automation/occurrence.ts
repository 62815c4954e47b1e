import type { RuleTrigger } from '@timedesk/contracts/automation-rules'
import { isEnded } from '../helpdesk/status.ts'
import type { StatusCategory } from '../helpdesk/status.ts'

const MINUTE_MS = 60_000

export type TimeTrigger = Extract<RuleTrigger, { kind: 'time' }>

/** The moments of a case that time rules count from. */
export type CaseMoments = {
  category: StatusCategory
  createdAt: Date
  /** Since when the status is what it is. */
  statusSince: Date
  lastContactReplyAt: Date | null
  lastStaffReplyAt: Date | null
  /** When the clock that is due first passes its target; null while none runs. */
  dueAt: Date | null
}

/** That a time rule's time comes on a case: what it counts from, and when. */
export type Occurrence = { since: Date; at: Date }

/**
 * The occurrence that stands on a case now, come or to come; null when there is none. Nobody waits on an ended case,
 * and a message that was answered waits for nothing.
 */
export function occurrenceOf(
  { since: anchor, minutes, isBefore }: TimeTrigger,
  moments: CaseMoments,
): Occurrence | null {
  if (isEnded(moments.category)) return null
  const since = anchorOf(anchor, moments)
  if (since === null) return null
  return { since, at: new Date(since.getTime() + (isBefore ? -minutes : minutes) * MINUTE_MS) }
}

/** Whether its time has come, and had not yet when the rule was switched on. */
export function hasCome({ at }: Occurrence, { activeSince, now }: { activeSince: Date; now: Date }): boolean {
  return at > activeSince && at <= now
}

function anchorOf(anchor: TimeTrigger['since'], moments: CaseMoments): Date | null {
  const { lastContactReplyAt, lastStaffReplyAt } = moments
  switch (anchor) {
    case 'created':
      return moments.createdAt
    case 'status':
      return moments.statusSince
    case 'last_contact_reply':
      return isAnswered(lastContactReplyAt, lastStaffReplyAt) ? null : lastContactReplyAt
    case 'last_staff_reply':
      return isAnswered(lastStaffReplyAt, lastContactReplyAt) ? null : lastStaffReplyAt
    case 'due':
      return moments.dueAt
  }
}

function isAnswered(word: Date | null, answer: Date | null): boolean {
  return word !== null && answer !== null && answer > word
}

/** Names an occurrence, so that a rule fits it once. */
export function occurrenceKey({ since: anchor }: TimeTrigger, { since }: Occurrence): string {
  return `${anchor}:${since.toISOString()}`
}
