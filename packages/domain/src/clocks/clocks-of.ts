import type { BusinessTime } from '../calendar/business-time.ts'
import type { Clock, ClockMark, ClockSegment } from './clock.ts'
import {
  BREACH_SHARE,
  lastPeriod,
  marksBetween,
  passesAt,
  sharesAhead,
  targetOf,
  timeOf,
  usedUntil,
  type Calendars,
  type Course,
  type PassedMark,
} from './course.ts'
import type { ClockFact } from './facts.ts'
import { openLedger, tellFact, type Ledger } from './ledger.ts'

const MINUTE_MS = 60_000
const WHOLE_PERCENT = 100

/**
 * The clocks of a case at a moment, from what its log tells (R75): nothing is remembered beside it, so that the same log
 * gives the same clocks whenever and however often it is read. Facts are taken by their moment, then as given; those
 * after `now` have not happened yet. A calendar that is not known counts around the clock. Clocks for which nothing is
 * promised, and never was missed, are left out.
 */
export function clocksOf(facts: readonly ClockFact[], calendars: Calendars, now: Date): Clock[] {
  const ledger = openLedger(calendars)
  for (const fact of facts.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    if (fact.at <= now) tellFact(ledger, fact)
  }
  return clocksAt(ledger, now)
}

/** The clocks of a ledger at a moment that does not lie before its last fact. The ledger stays as it is. */
export function clocksAt(ledger: Ledger, now: Date): Clock[] {
  return ledger.courses.map((course) => present(course, ledger, now.getTime())).filter(isPromised)
}

function isPromised({ target, deadline, marks }: Clock): boolean {
  return target !== null || deadline !== null || marks.length > 0
}

function present(course: Course, { calendars, atMs, owner, status }: Ledger, nowMs: number): Clock {
  const time = timeOf(course, calendars)
  const passed = [...course.marks, ...marksBetween(course, time, { fromMs: atMs, untilMs: nowMs, owner })]
  const marks = passed.toSorted((one, other) => one.atMs - other.atMs || one.share - other.share)
  const marked = { ...course, marks }
  const { fromMs: lastMs, state, cause, actor } = lastPeriod(course)
  const breach = marks.find(({ share }) => share === BREACH_SHARE) ?? null
  const usedMs = usedUntil(course, time, nowMs)
  const shown = marks.map(presentMark)
  return {
    clock: course.kind,
    cycle: course.cycle,
    state,
    startedAt: new Date(course.periods[0].fromMs),
    stopped: state === 'stopped' ? { at: new Date(lastMs), cause, actor } : null,
    reachedAt: dateOf(course.reachedMs),
    result: resultOf(course, breach, status),
    policy: course.policy,
    target: targetOf(course),
    deadline: course.deadline,
    dueAt: dateOf(dueOf(marked, time)),
    usedMs,
    usedMinutes: Math.floor(usedMs / MINUTE_MS),
    ...leftOf(course, time, { usedMs, nowMs }),
    segments: segmentsOf(course, time, nowMs),
    marks: shown,
    warnings: shown.filter(({ share }) => share < BREACH_SHARE),
    breach: shown.find(({ share }) => share === BREACH_SHARE) ?? null,
    nextMarkAt: dateOf(nextMark(marked, time, Math.max(atMs, nowMs))),
  }
}

/** A cancelled case keeps no promise and breaks none; what was answered before stays so. */
function resultOf({ isOver, reachedMs }: Course, breach: PassedMark | null, status: Ledger['status']): Clock['result'] {
  const isAnswered = isOver && reachedMs !== null
  if (status.category === 'cancelled' && !isAnswered) return null
  if (breach !== null) return 'missed'
  return reachedMs === null ? null : 'met'
}

/**
 * While it stands still before its due, only a deadline by hand is known. What was reached keeps the due it had, and so
 * does what was missed, unless something else was promised since.
 */
function dueOf(course: Course, time: BusinessTime): number | null {
  const { marks, policy, deadline } = course
  const breach = marks.find((mark) => mark.share === BREACH_SHARE && mark.policy === policy)
  if (breach !== undefined && breach.dueMs !== null && breach.deadline === deadline) return breach.dueMs
  const isStanding = lastPeriod(course).state === 'paused' && course.reachedMs === null
  return passesAt(course, BREACH_SHARE, time, !isStanding)
}

function leftOf(
  course: Course,
  time: BusinessTime,
  { usedMs, nowMs }: { usedMs: number; nowMs: number },
): Pick<Clock, 'remainingMinutes' | 'sharePercent'> {
  const target = targetOf(course)
  const [leftMs, wholeMs] =
    course.deadline === null
      ? [target === null ? null : target * MINUTE_MS - usedMs, (target ?? 0) * MINUTE_MS]
      : leftByHand(course, course.deadline.at.getTime(), time, nowMs)
  if (leftMs === null) return { remainingMinutes: null, sharePercent: null }
  const usedShare = wholeMs === 0 ? WHOLE_PERCENT : ((wholeMs - leftMs) * WHOLE_PERCENT) / wholeMs
  return { remainingMinutes: Math.floor(leftMs / MINUTE_MS), sharePercent: Math.floor(usedShare) }
}

/** The way to a deadline is as long as the open time from the clock's start, whatever it stood still. */
function leftByHand(course: Course, dueMs: number, time: BusinessTime, nowMs: number): [number, number] {
  const { fromMs: lastMs, state } = lastPeriod(course)
  const atMs = course.reachedMs ?? (state === 'stopped' ? lastMs : nowMs)
  return [time.between(atMs, dueMs) - time.between(dueMs, atMs), time.between(course.periods[0].fromMs, dueMs)]
}

/** A case that was closed for a while stood still: its clock shows that as a pause. */
function segmentsOf({ periods }: Course, time: BusinessTime, nowMs: number): ClockSegment[] {
  return periods.flatMap(({ fromMs, state, cause, actor }, index): ClockSegment[] => {
    const toMs = periods[index + 1]?.fromMs ?? null
    if (toMs === null && state === 'stopped') return []
    const businessMs = time.between(fromMs, toMs ?? nowMs)
    const shown = state === 'running' ? 'running' : 'paused'
    return [{ from: new Date(fromMs), to: dateOf(toMs), state: shown, businessMs, cause, actor }]
  })
}

function nextMark(course: Course, time: BusinessTime, nowMs: number): number | null {
  const [share] = sharesAhead(course)
  if (share === undefined || lastPeriod(course).state !== 'running') return null
  const passesMs = passesAt(course, share, time)
  return passesMs === null ? null : Math.max(passesMs, nowMs)
}

function presentMark({ share, atMs, dueMs, owner }: PassedMark): ClockMark {
  return { share, at: new Date(atMs), dueAt: dateOf(dueMs), owner }
}

function dateOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms)
}
