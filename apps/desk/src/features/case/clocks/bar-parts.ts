import type { CaseClock } from '@timedesk/contracts/clocks'

/** A piece of the bar, as shares of its whole length. */
export type BarPart = { state: 'running' | 'over' | 'paused' | 'left'; start: number; length: number }

/** A moment on the bar: a warning, the target, or what was missed. */
export type BarMark = { kind: 'warning' | 'target'; at: number }

export type ClockBar = { parts: BarPart[]; marks: BarMark[] }

const WHOLE_SHARE = 100

/**
 * A clock as a bar of the business time in its stretches, in which nights and weekends take no room; behind them what
 * is left of the target. Null while no time that counts has passed and none is promised.
 */
export function barOf({ segments, target: promised, isByHand, used, state, warnings }: CaseClock): ClockBar | null {
  // A deadline by hand is a moment, not an amount of time: it has no place on a bar of time that counts.
  const target = isByHand ? null : promised
  const left = target === null || state === 'stopped' ? 0 : Math.max(0, target - used)
  const lengths = [...cutAt(segments, target), { state: 'left' as const, minutes: left }]
  const whole = lengths.reduce((sum, { minutes }) => sum + minutes, 0)
  if (whole === 0) return null
  let start = 0
  const parts = lengths.map(({ state: kind, minutes }) => {
    const part = { state: kind, start: start / whole, length: minutes / whole }
    start += minutes
    return part
  })
  const placed = (kind: BarMark['kind'], minutes: number) => {
    const at = placeOf(lengths, minutes)
    return at === null ? [] : [{ kind, at: at / whole }]
  }
  return {
    parts: parts.filter(({ length }) => length > 0),
    marks:
      target === null
        ? []
        : [
            ...warnings.flatMap(({ share }) => placed('warning', (target * share) / WHOLE_SHARE)),
            ...placed('target', target),
          ],
  }
}

type Stretch = { state: BarPart['state']; minutes: number }

/** The stretches, with what ran beyond the target apart from what ran within it. */
function cutAt(segments: CaseClock['segments'], target: number | null): Stretch[] {
  let ran = 0
  return segments.flatMap(({ state, minutes }): Stretch[] => {
    if (state === 'paused') return [{ state, minutes }]
    const within = target === null ? minutes : Math.min(minutes, Math.max(0, target - ran))
    ran += minutes
    return [
      { state, minutes: within },
      { state: 'over', minutes: minutes - within },
    ]
  })
}

/** Where on the bar so much running time has passed; null when that is beyond its end. */
function placeOf(lengths: readonly Stretch[], wanted: number): number | null {
  let passed = 0
  let ran = 0
  for (const { state, minutes } of lengths) {
    if (state !== 'paused') {
      if (ran + minutes >= wanted) return passed + (wanted - ran)
      ran += minutes
    }
    passed += minutes
  }
  return null
}
