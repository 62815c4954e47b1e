import type { Pool } from '../cover/pool.ts'
import { lastDayAfter } from './periods.ts'
import type { Period, PlanLine } from './periods.ts'

/** A quota with what it may lose. */
export type QuotaLeft = Pick<Pool, 'balance' | 'ownUntil' | 'expiresOn'> & {
  rolloverMax: number | null
  /** Units that work dated after the quota's own period drew from it. */
  rolledUnits: number
}

/**
 * How long the quota of a period lasts: its own last day, and its very last one when it rolls over for some periods.
 * `ownUntil` is null when it does not.
 */
export function quotaDays(
  line: PlanLine,
  period: Pick<Period, 'wholeFrom' | 'to'>,
  rolloverPeriods: number,
): Pick<Pool, 'ownUntil'> & { expiresOn: string } {
  if (rolloverPeriods === 0) return { ownUntil: null, expiresOn: period.to }
  return { ownUntil: period.to, expiresOn: lastDayAfter(line, period, rolloverPeriods) }
}

/** What work dated after the quota's own period may still draw; null without a limit. */
export function carryMaxOf({
  rolloverMax,
  rolledUnits,
}: Pick<QuotaLeft, 'rolloverMax' | 'rolledUnits'>): number | null {
  return rolloverMax === null ? null : Math.max(0, rolloverMax - rolledUnits)
}

/**
 * Units that a quota loses on a day (R38): all that is left after its last one, and after its own period what is
 * more than may roll over. What rolled over and was used counts as rolled over, so that neither a job that runs late
 * nor one that runs twice changes what dies.
 */
export function unitsToExpire({ balance, ownUntil, expiresOn, ...rolled }: QuotaLeft, day: string): number {
  if (expiresOn !== null && day > expiresOn) return balance
  if (ownUntil === null || day <= ownUntil) return 0
  return Math.max(0, balance - (carryMaxOf(rolled) ?? balance))
}
