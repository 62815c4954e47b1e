import { addDays } from '../calendar/days.ts'

/** How much work a forecast looks back on (R29). */
export const BURN_WEEKS = 8
const BURN_DAYS = BURN_WEEKS * 7
/** Ten years: what lasts longer is not about to run out. */
const FORECAST_DAYS_MAX = 3650

/** Units that left the voucher for work of a day; negative when they came back. */
export type Burn = { workDate: string; units: number }

/**
 * The day on which a voucher runs out if work goes on as in the eight weeks up to and with `asOf` (R29): today when
 * it is empty, null when nothing burns or the day is more than ten years off. Its expiry may come before.
 */
export function forecastRunOut(available: number, burns: readonly Burn[], asOf: string): string | null {
  if (available <= 0) return asOf
  const since = addDays(asOf, 1 - BURN_DAYS)
  const burnt = burns
    .filter(({ workDate }) => since <= workDate && workDate <= asOf)
    .reduce((sum, { units }) => sum + units, 0)
  if (burnt <= 0) return null
  const days = Math.ceil((available * BURN_DAYS) / burnt)
  return days > FORECAST_DAYS_MAX ? null : addDays(asOf, days)
}
