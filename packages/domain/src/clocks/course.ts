import type { ClockKind } from '@timedesk/contracts/clock-kind'
import { aroundTheClock, type BusinessTime } from '../calendar/business-time.ts'
import type { ClockCause, ClockDeadline, ClockState } from './clock.ts'
import type { AppliedPolicy, ClockActor, ClockOwner } from './facts.ts'

const MINUTE_MS = 60_000
const WHOLE_PERCENT = 100
/** The share at which a target is missed. */
export const BREACH_SHARE = 100

/** From `fromMs` until the next one begins; the last one lasts. */
export type Period = { fromMs: number; state: ClockState; cause: ClockCause; actor: ClockActor }

/** A share that has passed. `dueMs` is when the whole target passes, as it stood then. */
export type PassedMark = Terms & { share: number; atMs: number; dueMs: number | null; owner: ClockOwner }

/** What a clock goes by. */
type Terms = { policy: AppliedPolicy | null; deadline: ClockDeadline | null }

/** A clock while its facts are told. */
export type Course = Terms & {
  kind: ClockKind
  cycle: number
  /** Never empty, in order; those without any time are left out. */
  periods: [Period, ...Period[]]
  marks: PassedMark[]
  reachedMs: number | null
  /** Answered: nothing moves it any more. */
  isOver: boolean
}

export function termsOf({ policy, deadline }: Course): Terms {
  return { policy, deadline }
}

/** Business times by the calendar's id. */
export type Calendars = ReadonlyMap<string, BusinessTime>

/** The time that a course is counted in: its policy's calendar, or around the clock. */
export function timeOf({ policy }: Course, calendars: Calendars): BusinessTime {
  const id = policy?.calendarId ?? null
  return (id === null ? undefined : calendars.get(id)) ?? aroundTheClock
}

export function targetOf({ policy, kind }: Course): number | null {
  return policy?.targets[kind] ?? null
}

export function lastPeriod({ periods }: Course): Period {
  return periods.at(-1) ?? periods[0]
}

/** Lets a clock go on in a state. What changes nothing is no new period, unless it stands still for another reason. */
export function turn(course: Course, next: Period): void {
  const { periods } = course
  const last = lastPeriod(course)
  if (last.state === next.state && next.state !== 'paused') return
  if (last.fromMs < next.fromMs) {
    periods.push(next)
    return
  }
  // What began in this very moment has had no time; a clock that runs from its start does so for its start's cause.
  const before = periods.at(-2)
  if (before === undefined) periods[0] = next.state === 'running' ? { ...next, ...causeOf(last) } : next
  else if (before.state === 'running' && next.state === 'running') periods.pop()
  else periods[periods.length - 1] = next
}

/** Only what set a clock going stays its cause: a status that stopped it in the same moment does not. */
function causeOf({ cause, actor }: Period) {
  return cause.kind === 'status' ? {} : { cause, actor }
}

/** Open time that a clock ran up to a moment. */
export function usedUntil({ periods }: Course, time: BusinessTime, untilMs: number): number {
  return periods.reduce((usedMs, { state, fromMs }, index) => {
    const endMs = Math.min(untilMs, periods[index + 1]?.fromMs ?? untilMs)
    return state === 'running' ? usedMs + time.between(fromMs, endMs) : usedMs
  }, 0)
}

/**
 * When a share of what was promised passes or passed, as things stand: start plus target plus pauses (R75), or the
 * share of the way to a deadline by hand. Null when nothing is promised, when the clock stands still before it, or when
 * the calendar never opens for so long. `goesOn` asks as if it had gone on when it last ran.
 */
export function passesAt(course: Course, share: number, time: BusinessTime, goesOn = false): number | null {
  if (course.deadline !== null) return deadlineShare(course, course.deadline, share, time)
  const target = targetOf(course)
  if (target === null) return null
  const wantedMs = (target * MINUTE_MS * share) / WHOLE_PERCENT
  const { periods } = course
  const lastRunning = periods.findLastIndex(({ state }) => state === 'running')
  let usedMs = 0
  for (const [index, { state, fromMs }] of periods.entries()) {
    if (state !== 'running') continue
    const endMs = periods[index + 1]?.fromMs
    const passesMs = time.add(fromMs, wantedMs - usedMs)
    // One that would pass in the moment in which the clock was stopped goes on to pass when it runs again.
    const isLast = endMs === undefined || (goesOn && index === lastRunning)
    if (isLast || (passesMs !== null && passesMs < endMs)) return passesMs
    usedMs += time.between(fromMs, endMs)
  }
  return null
}

function deadlineShare({ periods }: Course, { at }: ClockDeadline, share: number, time: BusinessTime): number | null {
  const [{ fromMs }] = periods
  const dueMs = at.getTime()
  if (share === BREACH_SHARE) return dueMs
  const wantedMs = Math.round((time.between(fromMs, dueMs) * share) / WHOLE_PERCENT)
  const passesMs = time.add(fromMs, wantedMs)
  if (passesMs === null) return null
  return share < BREACH_SHARE ? Math.min(passesMs, dueMs) : Math.max(passesMs, dueMs)
}

/** The shares that are marked when they pass, in order, without those that have. */
export function sharesAhead({ policy, marks }: Course): number[] {
  const shares = new Set([...(policy?.shares ?? []), BREACH_SHARE])
  for (const { share } of marks) shares.delete(share)
  return [...shares].sort((one, other) => one - other)
}

/**
 * The shares that pass while a clock goes on from one moment to another: at their own moment, or at the first one when
 * that lies before it, as after a target was lowered. A share that would pass at `untilMs` has not passed yet.
 */
export function marksBetween(
  course: Course,
  time: BusinessTime,
  { fromMs, untilMs, owner }: { fromMs: number; untilMs: number; owner: ClockOwner },
): PassedMark[] {
  if (lastPeriod(course).state !== 'running') return []
  const passed: PassedMark[] = []
  for (const share of sharesAhead(course)) {
    const passesMs = passesAt(course, share, time)
    if (passesMs === null) break
    const atMs = Math.max(fromMs, passesMs)
    if (atMs >= untilMs) break
    passed.push({ share, atMs, dueMs: passesAt(course, BREACH_SHARE, time), owner, ...termsOf(course) })
  }
  return passed
}
