import { Refusal } from '@timedesk/contracts/refusal'
import { addDays } from '@timedesk/domain/calendar/days'
import { firstOpenDay, type PeriodLocks } from '@timedesk/domain/time/first-open-day'

/** Up to which day the books are closed where something is booked on a closed day; null on an open one (R52, R53). */
export function closedThrough(bookedOn: string, locks: PeriodLocks, mayOverrideSoft: boolean): string | null {
  const open = firstOpenDay(bookedOn, locks, mayOverrideSoft)
  return open.isLate ? addDays(open.bookedOn, -1) : null
}

/** Refuses with `period_locked` to touch what is booked on a closed day. */
export function refuseClosedPeriod(bookedOn: string, locks: PeriodLocks, mayOverrideSoft: boolean): void {
  const through = closedThrough(bookedOn, locks, mayOverrideSoft)
  if (through !== null) throw new Refusal('period_locked', { detail: `The books are closed through ${through}.` })
}
