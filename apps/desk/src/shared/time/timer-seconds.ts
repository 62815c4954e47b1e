import type { Timer } from '@timedesk/contracts/timer'

const MS_PER_SECOND = 1_000
const SECONDS_PER_MINUTE = 60

/** What a timer measured until an instant, in whole seconds; pauses do not count. */
export function timerSeconds({ startedAt, pausedAt, measuredSeconds }: Timer, nowMs: number): number {
  if (pausedAt !== null) return measuredSeconds
  return measuredSeconds + Math.max(0, Math.floor((nowMs - Date.parse(startedAt)) / MS_PER_SECOND))
}

/** The same in minutes as it is registered: to the nearest one, and at least one. */
export function timerMinutes(timer: Timer, nowMs: number): number {
  return Math.max(1, Math.round(timerSeconds(timer, nowMs) / SECONDS_PER_MINUTE))
}
