/** How actual minutes become billable ones; both in minutes. Increment 1 and minimum 0 leave them as worked. */
export type Rounding = {
  increment: number
  minimum: number
}

export const AS_WORKED: Rounding = { increment: 1, minimum: 0 }

/**
 * Billable minutes of one entry (R1, R2): up to the next increment, and no less than the minimum.
 * No work is no bill, whatever the minimum. Actual minutes are kept apart and never change.
 */
export function roundMinutes(actual: number, { increment, minimum }: Rounding): number {
  assertWholeMinutes(actual, 0)
  assertWholeMinutes(increment, 1)
  assertWholeMinutes(minimum, 0)
  if (actual === 0) return 0
  return Math.max(minimum, Math.ceil(actual / increment) * increment)
}

function assertWholeMinutes(minutes: number, least: number): void {
  if (!Number.isSafeInteger(minutes) || minutes < least) {
    throw new RangeError(`Expected whole minutes of at least ${String(least)}, got ${String(minutes)}`)
  }
}
