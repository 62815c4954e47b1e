import { addDays, addMonths, monthsBetween } from '../calendar/days.ts'

/** How long before the last day for notice owner and customer hear of a renewal (R40). */
const MAIL_BEFORE_NOTICE_DAYS = 14

/** For how long an agreement binds, and how it ends. Days are `YYYY-MM-DD`. */
export type Term = {
  /** The first day of the first term: later ones are counted from it (R31). */
  startsOn: string
  /** The last day of the present term; null when the agreement runs until notice. */
  validTo: string | null
  noticeDays: number
  /** How many months a renewal adds; null when the agreement ends with its term. */
  renewalMonths: number | null
}

export type Span = { from: string; to: string }

/**
 * The first last day that notice given on a day can bring about (R36). A term binds to its end. Notice too late for
 * it ends the next term that it is in time for, and an agreement without a term ends when the notice is up.
 */
export function earliestLastDay(term: Term, noticeOn: string): string {
  const noticeUntil = addDays(noticeOn, term.noticeDays)
  if (term.validTo === null) return noticeUntil
  let { validTo } = term
  while (validTo < noticeUntil) {
    const next = nextTerm({ ...term, validTo })
    if (next === null) return validTo
    validTo = next.to
  }
  return validTo
}

/** The last day on which notice ends the present term; null when nothing would renew it. */
export function lastDayForNotice({ validTo, noticeDays, renewalMonths }: Term): string | null {
  return validTo === null || renewalMonths === null ? null : addDays(validTo, -noticeDays)
}

/**
 * The term that follows the present one, without a gap; null when none does. Counted from the start as long as the
 * terms are whole months, so that the 31st is not lost to a shorter month. Throws a RangeError for a term of no months.
 */
export function nextTerm({ startsOn, validTo, renewalMonths }: Term): Span | null {
  if (validTo === null || renewalMonths === null) return null
  if (renewalMonths < 1) throw new RangeError('A term has at least a month')
  const from = addDays(validTo, 1)
  const months = monthsBetween(startsOn, from)
  const isWhole = addMonths(startsOn, months) === from
  const end = isWhole ? addMonths(startsOn, months + renewalMonths) : addMonths(from, renewalMonths)
  return { from, to: addDays(end, -1) }
}

/**
 * The term to add on a day, or null (R40). It is added as soon as notice can no longer prevent it, not when the old
 * one is over: what is due in advance of the new term, and work in its first hour, have to find it there.
 */
export function renewalDue(term: Term, day: string): Span | null {
  const lastNotice = lastDayForNotice(term)
  return lastNotice !== null && day > lastNotice ? nextTerm(term) : null
}

/** The day on which owner and customer are told that a term will renew (R40); null when it will not. */
export function renewalMailDueOn(term: Term): string | null {
  const lastNotice = lastDayForNotice(term)
  return lastNotice === null ? null : addDays(lastNotice, -MAIL_BEFORE_NOTICE_DAYS)
}
