import type { BusinessTime } from '../calendar/business-time.ts'
import { isActive, type StatusCategory } from '../helpdesk/status.ts'

/** A status from a moment on, in milliseconds. */
export type CaseMove = { atMs: number; category: StatusCategory; pauses: boolean }

/** What a case's times are worked out from. */
export type CaseCourse = {
  createdMs: number
  /** The first answer to the customer; null while there is none. */
  respondedMs: number | null
  /** In the order of the log; before the first of them the case is new. */
  moves: readonly CaseMove[]
}

/** In milliseconds of a calendar, or around the clock. */
export type CaseTimes = {
  responseMs: number | null
  /** The last solving; null while the case is worked on, and when it was cancelled. */
  resolvedAtMs: number | null
  /** From creation to there, without pauses and without the time that it was solved or ended. */
  resolutionMs: number | null
  /** Time that it waited for somebody else, up to the last solving, or to `nowMs`. */
  pausedMs: number
}

/** How fast a case was answered and solved, whatever was promised for it. */
export function caseTimes({ createdMs, respondedMs, moves }: CaseCourse, time: BusinessTime, nowMs: number): CaseTimes {
  let status: Pick<CaseMove, 'category' | 'pauses'> = { category: 'new', pauses: false }
  let sinceMs = createdMs
  let workedMs = 0
  let pausedMs = 0
  let doneMs: number | null = null

  function passTo(untilMs: number): void {
    if (isActive(status.category)) {
      const passedMs = time.between(sinceMs, untilMs)
      if (status.pauses) pausedMs += passedMs
      else workedMs += passedMs
    }
    sinceMs = untilMs
  }

  for (const move of moves) {
    passTo(move.atMs)
    if (isActive(move.category)) doneMs = null
    else doneMs ??= move.atMs
    status = move
  }
  if (doneMs === null) passTo(nowMs)
  const resolvedAtMs = status.category === 'cancelled' ? null : doneMs
  return {
    responseMs: respondedMs === null ? null : time.between(createdMs, respondedMs),
    resolvedAtMs,
    resolutionMs: resolvedAtMs === null ? null : workedMs,
    pausedMs,
  }
}
