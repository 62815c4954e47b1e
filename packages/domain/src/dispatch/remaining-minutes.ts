/** What a case without an estimate is thought to take. */
export const ESTIMATE_MINUTES_DEFAULT = 60

/** What an active case still takes at least, however much was registered on it. */
export const REMAINING_MINUTES_MIN = 15

/** What remains to be done on an active case: its estimate less what is registered, and never less than a quarter. */
export function remainingMinutes(estimateMinutes: number | null, registeredMinutes: number): number {
  return Math.max((estimateMinutes ?? ESTIMATE_MINUTES_DEFAULT) - registeredMinutes, REMAINING_MINUTES_MIN)
}
