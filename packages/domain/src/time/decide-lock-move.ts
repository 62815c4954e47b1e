import { Refusal } from '@timedesk/contracts/refusal'
import type { PeriodLocks } from './first-open-day.ts'

export type LockIntent = PeriodLocks & {
  reason: string
  /** The day that it is at the company. */
  today: string
}

/**
 * Whether a move of the locks closes more, or opens what was closed (R53); null when it moves nothing. Refuses with
 * `lock_refused` to close days to come, a hard lock beyond the soft one, and to move one back without a reason.
 */
export function decideLockMove(before: PeriodLocks, intent: LockIntent): 'locked' | 'reopened' | null {
  const { softLockedThrough: soft, hardLockedThrough: hard } = intent
  if (soft === before.softLockedThrough && hard === before.hardLockedThrough) return null
  if (soft !== null && soft > intent.today) throw refuse('softLockedThrough', 'That day is still to come.')
  if (hard !== null && (soft === null || hard > soft))
    throw refuse('hardLockedThrough', 'What is closed for everybody is closed for most too.')
  const isReopening = isBack(before.softLockedThrough, soft) || isBack(before.hardLockedThrough, hard)
  if (isReopening && intent.reason === '') throw refuse('reason', 'Say why it is opened again.')
  return isReopening ? 'reopened' : 'locked'
}

function isBack(from: string | null, to: string | null): boolean {
  return from !== null && (to === null || to < from)
}

function refuse(field: string, message: string): Refusal {
  return new Refusal('lock_refused', {
    detail: message,
    fields: [{ pointer: `/body/${field}`, code: 'lock_refused', message }],
  })
}
