import type { ClockKind } from '@timedesk/contracts/clock-kind'
import { ballHolder, type StatusCategory } from '../helpdesk/status.ts'
import type { ClockCause, ClockState } from './clock.ts'
import { lastPeriod, marksBetween, termsOf, timeOf, turn, type Calendars, type Course, type Period } from './course.ts'
import type { AppliedPolicy, ClockActor, ClockFact, ClockOwner } from './facts.ts'

/** Everything that a case's clocks depend on, as far as it has been told. */
export type Ledger = {
  calendars: Calendars
  /** Of the last fact. */
  atMs: number
  owner: ClockOwner
  status: { category: StatusCategory; pauses: boolean }
  policy: AppliedPolicy | null
  courses: Course[]
}

type Fact<Kind extends ClockFact['kind']> = Extract<ClockFact, { kind: Kind }>

const nobody: ClockOwner = { responsibleId: null, responsibleName: null, departmentId: null, departmentName: '' }

export function openLedger(calendars: Calendars): Ledger {
  const status = { category: 'new', pauses: false } as const
  return { calendars, atMs: Number.NEGATIVE_INFINITY, owner: nobody, status, policy: null, courses: [] }
}

/** Tells the next fact. One that comes late counts as of the moment that was told last. */
export function tellFact(ledger: Ledger, fact: ClockFact): void {
  const atMs = Math.max(ledger.atMs, fact.at.getTime())
  for (const course of ledger.courses) {
    const time = timeOf(course, ledger.calendars)
    course.marks.push(...marksBetween(course, time, { fromMs: ledger.atMs, untilMs: atMs, owner: ledger.owner }))
  }
  ledger.atMs = atMs
  apply(ledger, fact)
}

function apply(ledger: Ledger, fact: ClockFact): void {
  switch (fact.kind) {
    case 'created': {
      begin(ledger, 'first_response', because('created'), fact.actor)
      begin(ledger, 'resolution', because('created'), fact.actor)
      return
    }
    case 'owner':
      ledger.owner = fact.owner
      return
    case 'status':
      applyStatus(ledger, fact)
      return
    case 'reply':
      if (fact.by === 'staff') answer(ledger, fact.actor)
      else ask(ledger, fact.actor)
      return
    case 'policy':
      applyPolicy(ledger, fact.policy)
      return
    case 'deadline':
      applyDeadline(ledger, fact)
      return
    case 'mark':
      keepMark(ledger, fact)
  }
}

function begin(ledger: Ledger, kind: ClockKind, cause: ClockCause, actor: ClockActor): void {
  const { atMs, policy, courses } = ledger
  const cycle = courses.filter((course) => course.kind === kind).length + 1
  const period: Period = { fromMs: atMs, state: stateOf(kind, ledger.status), cause, actor }
  courses.push({ kind, cycle, periods: [period], policy, deadline: null, marks: [], reachedMs: null, isOver: false })
}

/**
 * What a status does to a clock. Solved and ended time never counts. A response stands still only while it is the
 * customer's turn or nobody's: waiting for a third party does not relieve us of answering (R76).
 */
function stateOf(kind: ClockKind, { category, pauses }: Ledger['status']): ClockState {
  if (category === 'closed' || category === 'cancelled') return 'stopped'
  if (category === 'solved') return 'paused'
  const isOurs = kind !== 'resolution' && ['us', 'third_party'].includes(ballHolder(category))
  return pauses && !isOurs ? 'paused' : 'running'
}

function applyStatus(
  ledger: Ledger,
  { status, category, pauses, reason, actor, isMerge = false }: Fact<'status'>,
): void {
  ledger.status = { category, pauses }
  const cause: ClockCause = { kind: 'status', status, category, reason }
  for (const course of ledger.courses) {
    if (course.isOver) continue
    const wasStopped = lastPeriod(course).state === 'stopped'
    const state = stateOf(course.kind, ledger.status)
    turn(course, { fromMs: ledger.atMs, state, cause, actor })
    if (course.kind === 'resolution' && !isMerge) course.reachedMs = reachedBy(course, ledger)
    // A promise that changed while the case was closed counts from its reopening on.
    if (wasStopped && state !== 'stopped') course.policy = ledger.policy
    // Closing leaves a further post unanswered for good: the next one is a new question.
    if (course.kind === 'next_response' && state === 'stopped' && !isMerge) course.isOver = true
  }
}

/** Solved stays solved when it is closed; work that goes on takes it back, and so does cancelling. */
function reachedBy({ reachedMs }: Course, { status: { category }, atMs }: Ledger): number | null {
  return category === 'solved' || category === 'closed' ? (reachedMs ?? atMs) : null
}

/** Any public post of ours answers whatever is unanswered. */
function answer({ courses, atMs }: Ledger, actor: ClockActor): void {
  for (const course of courses) {
    if (course.isOver || course.kind === 'resolution') continue
    turn(course, { fromMs: atMs, state: 'stopped', cause: because('staff_reply'), actor })
    course.reachedMs = atMs
    course.isOver = true
  }
}

/** A post of the customer after the first response wants another; further posts want no second one. */
function ask(ledger: Ledger, actor: ClockActor): void {
  const isWaiting = ledger.courses.some(({ kind, isOver }) => kind !== 'resolution' && !isOver)
  if (!isWaiting) begin(ledger, 'next_response', because('contact_reply'), actor)
}

/** Every clock that has not stopped goes by the new promise from its own start on, with the pauses it had (R77). */
function applyPolicy(ledger: Ledger, policy: AppliedPolicy): void {
  ledger.policy = policy
  for (const course of ledger.courses) {
    const keeps = policy.keepsDue && course.policy !== null
    if (!course.isOver && lastPeriod(course).state !== 'stopped' && !keeps) course.policy = policy
  }
}

function applyDeadline({ courses }: Ledger, { to, reason, at, actor }: Fact<'deadline'>): void {
  const resolution = courses.find(({ kind }) => kind === 'resolution')
  if (resolution !== undefined) resolution.deadline = to === null ? null : { at: to, reason, setAt: at, actor }
}

/** What was recorded counts, whenever hours that were edited since would have it pass. */
function keepMark(
  { courses, atMs, owner }: Ledger,
  { clock, cycle, share, dueAt, owner: recorded }: Fact<'mark'>,
): void {
  const course = courses.find((candidate) => candidate.kind === clock && candidate.cycle === cycle)
  if (course === undefined) return
  const others = course.marks.filter((mark) => mark.share !== share)
  const { departmentId } = owner
  const mark = { share, atMs, dueMs: dueAt?.getTime() ?? null, owner: { ...recorded, departmentId } }
  course.marks = [...others, { ...mark, ...termsOf(course) }]
}

function because(kind: Exclude<ClockCause['kind'], 'status'>): ClockCause {
  return { kind, status: null, category: null, reason: null }
}
