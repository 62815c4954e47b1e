const MONTHS_OF = { month: 1, quarter: 3, year: 12 } as const
const MONTHS_A_YEAR = 12

/** The whole periods that one steps through; anything else is one's own. */
export type WholePeriod = keyof typeof MONTHS_OF
export type Period = { from: string; to: string }

export const wholePeriods = ['month', 'quarter', 'year'] as const

/** The month, quarter or year that a day lies in. */
export function periodAround(kind: WholePeriod, day: string): Period {
  const length = MONTHS_OF[kind]
  const month = monthIndexOf(day)
  const first = month - (month % length)
  return { from: firstDayOf(first), to: dayBefore(firstDayOf(first + length)) }
}

/** The period that many after, or before. */
export function stepPeriod(kind: WholePeriod, { from }: Period, steps: number): Period {
  return periodAround(kind, firstDayOf(monthIndexOf(from) + steps * MONTHS_OF[kind]))
}

/** Which whole period two days span; null when none. */
export function kindOf({ from, to }: Period): WholePeriod | null {
  return (
    wholePeriods.find((kind) => {
      const whole = periodAround(kind, from)
      return whole.from === from && whole.to === to
    }) ?? null
  )
}

/** Which quarter of its year a day lies in, 1 to 4. */
export function quarterOf(day: string): number {
  return Math.floor((monthIndexOf(day) % MONTHS_A_YEAR) / MONTHS_OF.quarter) + 1
}

/** Months counted from the year nought. */
function monthIndexOf(day: string): number {
  const [year = '0', month = '1'] = day.split('-')
  return Number(year) * MONTHS_A_YEAR + Number(month) - 1
}

function firstDayOf(monthIndex: number): string {
  const year = String(Math.floor(monthIndex / MONTHS_A_YEAR)).padStart(4, '0')
  return `${year}-${String((monthIndex % MONTHS_A_YEAR) + 1).padStart(2, '0')}-01`
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, day.length)
}
