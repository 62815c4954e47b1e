const PERCENT_WHOLE = 100

/** Units bought, and two balances of the same voucher; thresholds in percent used. */
type Use = { bought: number; thresholds: readonly number[]; fired: readonly number[] }

/**
 * The thresholds that a voucher's balance crossed on its way from one to another, lowest first (R29). One that was
 * told of before is not crossed again, whatever was returned in between. A voucher of no units has none.
 */
export function thresholdsCrossed(
  { bought, thresholds, fired }: Use,
  balance: { before: number; after: number },
): number[] {
  return thresholds
    .filter((percent) => !fired.includes(percent))
    .filter((percent) => !isReached(percent, bought, balance.before) && isReached(percent, bought, balance.after))
    .toSorted((one, other) => one - other)
}

/** Of the thresholds that were told of, those that a top-up left behind: they count anew (R29). */
export function thresholdsRearmed({ bought, fired }: Pick<Use, 'bought' | 'fired'>, balance: number): number[] {
  return fired.filter((percent) => !isReached(percent, bought, balance))
}

function isReached(percent: number, bought: number, balance: number): boolean {
  return (bought - balance) * PERCENT_WHOLE >= percent * bought
}
