import type { ExtranetClock } from '@timedesk/contracts/clocks'

export type BarPart = { state: 'running' | 'paused'; share: number }

/** The stretches of a clock as shares of its whole length, in percent; none while nothing has passed. */
export function barParts(segments: ExtranetClock['segments'], now: Date): BarPart[] {
  const lengths = segments.map(({ from, to }) =>
    Math.max(0, (to === null ? now : new Date(to)).getTime() - Date.parse(from)),
  )
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  if (whole === 0) return []
  return segments.map(({ state }, index) => ({ state, share: ((lengths[index] ?? 0) * 100) / whole }))
}
