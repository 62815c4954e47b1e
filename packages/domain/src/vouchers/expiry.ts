import { daysBetween } from '../calendar/days.ts'

/** How many days before its expiry a customer hears of it (R26). */
export const EXPIRY_WARNING_DAYS = [60, 30, 7] as const

export type ExpiryWarningDays = (typeof EXPIRY_WARNING_DAYS)[number]

/** Whether a pool's last day is over, by the days of the company's zone (R26). */
export function hasExpired(expiresOn: string | null, day: string): boolean {
  return expiresOn !== null && day > expiresOn
}

/**
 * The warnings that are due on a day and were not given, the earliest first. A job that was away finds them later,
 * and a voucher bought shortly before its expiry has several at once: one mail can stand for all.
 */
export function expiryWarningsDue(
  expiresOn: string | null,
  given: readonly number[],
  day: string,
): ExpiryWarningDays[] {
  if (expiresOn === null || hasExpired(expiresOn, day)) return []
  const daysLeft = daysBetween(day, expiresOn) - 1
  return EXPIRY_WARNING_DAYS.filter((warning) => daysLeft <= warning && !given.includes(warning))
}
