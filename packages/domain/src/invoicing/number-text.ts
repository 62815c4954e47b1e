import type { Day } from './document.ts'

/** How a series of documents is numbered. */
export type NumberSeries = {
  prefix: string
  /** Whether each year counts from one, and the year is told. */
  isYearly: boolean
  /** Digits at least, filled with zeros. */
  width: number
}

/** A document's number as it is told: `F-2026-0042`, or `F-0042` of a series that goes on from year to year. */
export function documentNumber({ prefix, isYearly, width }: NumberSeries, year: number, number: number): string {
  const digits = String(number).padStart(width, '0')
  return isYearly ? `${prefix}${String(year)}-${digits}` : `${prefix}${digits}`
}

export type DueState = {
  state: 'open' | 'overdue' | 'paid' | 'credited'
  /** What is left to be paid, in minor units; negative when too much was. */
  remaining: number
}

/**
 * Whether an invoice is still to be paid. It is overdue from the day after it is due; credited when nothing but credit
 * notes settled it, paid when money did or nothing was ever owed. Amounts in minor units.
 */
export function overdueState(
  dueOn: Day | null,
  { payable, paid, credited }: { payable: number; paid: number; credited: number },
  today: Day,
): DueState {
  const remaining = payable - paid - credited
  if (remaining > 0) return { state: dueOn !== null && today > dueOn ? 'overdue' : 'open', remaining }
  return { state: credited > 0 && paid <= 0 ? 'credited' : 'paid', remaining }
}
