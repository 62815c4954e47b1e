import type { Zone } from './zone.ts'

const DAY_MS = 24 * 60 * 60_000
/** Offsets of zones hold for whole seconds. */
const OFFSET_STEP_MS = 1000

/** A time throughout which a zone's clock is the instant plus one offset. */
export type OffsetStretch = { fromMs: number; untilMs: number; offsetMs: number }

/** The time between two instants, split at least where the offset changes and once a day. */
export function* offsetStretches(zone: Zone, startMs: number, endMs: number): Generator<OffsetStretch> {
  let fromMs = startMs
  while (fromMs < endMs) {
    const untilMs = findOffsetChange(zone, fromMs, Math.min(endMs, fromMs + DAY_MS))
    yield { fromMs, untilMs, offsetMs: zone.offsetAt(fromMs) }
    fromMs = untilMs
  }
}

/** The first instant whose offset is another than at `fromMs`, or `untilMs` when there is none. */
function findOffsetChange(zone: Zone, fromMs: number, untilMs: number): number {
  const offsetMs = zone.offsetAt(fromMs)
  if (zone.offsetAt(untilMs) === offsetMs) return untilMs
  let same = Math.floor(fromMs / OFFSET_STEP_MS)
  let other = Math.floor(untilMs / OFFSET_STEP_MS)
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (zone.offsetAt(middle * OFFSET_STEP_MS) === offsetMs) same = middle
    else other = middle
  }
  return other * OFFSET_STEP_MS
}
