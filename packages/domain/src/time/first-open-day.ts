import { addDays } from '../calendar/days.ts'

/** Until when time is locked, with that day; null where nothing is. */
export type PeriodLocks = { softLockedThrough: string | null; hardLockedThrough: string | null }

export type Booking = {
  /** The day that the work counts on, `YYYY-MM-DD`. */
  bookedOn: string
  /** Booked later than it was done, since its own day was locked. */
  isLate: boolean
}

/**
 * Where work of a day is booked (R52): on that day, or on the first one after the locks. Who may override the soft
 * lock is held by the hard one alone (R53).
 */
export function firstOpenDay(
  workDate: string,
  { softLockedThrough, hardLockedThrough }: PeriodLocks,
  mayOverrideSoft: boolean,
): Booking {
  const locks = mayOverrideSoft ? [hardLockedThrough] : [hardLockedThrough, softLockedThrough]
  const lockedThrough = locks.reduce((last, lock) => (last === null || (lock !== null && lock > last) ? lock : last))
  if (lockedThrough === null || workDate > lockedThrough) return { bookedOn: workDate, isLate: false }
  return { bookedOn: addDays(lockedThrough, 1), isLate: true }
}
