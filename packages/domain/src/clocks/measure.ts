const HUNDREDTH_OF_A_MINUTE_MS = 600
const HALF = 0.5
const NINE_TENTHS = 0.9
const HUNDREDTHS = 100

export type Measured = {
  cases: number
  averageMinutes: number | null
  medianMinutes: number | null
  p90Minutes: number | null
}

/** Mean, median and ninth tenth of times in milliseconds, in minutes of two decimals; between two values by their distance. */
export function measure(timesMs: readonly number[]): Measured {
  const ordered = Float64Array.from(timesMs).sort()
  const { length: cases } = ordered
  if (cases === 0) return { cases, averageMinutes: null, medianMinutes: null, p90Minutes: null }
  return {
    cases,
    averageMinutes: minutesOf(ordered.reduce((sum, ms) => sum + ms, 0) / cases),
    medianMinutes: minutesOf(quantile(ordered, HALF)),
    p90Minutes: minutesOf(quantile(ordered, NINE_TENTHS)),
  }
}

/** Minutes of two decimals, half up. */
export function minutesOf(ms: number): number {
  return Math.floor(ms / HUNDREDTH_OF_A_MINUTE_MS + HALF) / HUNDREDTHS
}

function quantile(ordered: Float64Array, share: number): number {
  const place = (ordered.length - 1) * share
  const low = ordered[Math.floor(place)] ?? 0
  const high = ordered[Math.ceil(place)] ?? low
  return low + (high - low) * (place - Math.floor(place))
}
