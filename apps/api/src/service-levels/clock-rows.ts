import type { ClockKind } from '@timedesk/contracts/clock-kind'
import { aroundTheClock, type BusinessTime } from '@timedesk/domain/calendar/business-time'
import type { Clock } from '@timedesk/domain/clocks/clock'
import { Prisma } from '@timedesk/prisma/client'

const MINUTE_MS = 60_000
/** The share of a target from which on a case is at risk. */
const RISK_SHARE = 0.75

/** A clock as its row keeps it. Nothing in it depends on when it is written, but for the marks that have passed. */
export type ClockRow = {
  clock: ClockKind
  cycle: number
  state: Clock['state']
  startedAt: string
  stoppedAt: string | null
  reachedAt: string | null
  dueAt: string | null
  riskAt: string | null
  /** Business minutes. */
  target: number | null
  /** Business minutes before the stretch that runs. */
  used: number
  nextMarkAt: string | null
  breachedAt: string | null
  isByHand: boolean
  result: Clock['result']
  policyId: string | null
  calendarId: string | null
  segments: KeptSegment[]
}

/** What customers may read of a stretch. */
export type KeptSegment = {
  state: 'running' | 'paused'
  from: string
  to: string | null
  cause: Clock['segments'][number]['cause']['kind']
  category: string | null
  by: string
}

/** What the case's own row keeps of its clocks, for lists. */
export type CaseDueRow = { dueAt: string | null; dueClock: ClockKind | null; riskAt: string | null }

type Calendars = ReadonlyMap<string, BusinessTime>

export function clockRowsOf(clocks: readonly Clock[], calendars: Calendars): ClockRow[] {
  return clocks.map((clock) => clockRowOf(clock, calendars))
}

function clockRowOf(clock: Clock, calendars: Calendars): ClockRow {
  const usedBeforeMs = clock.usedMs - (runningSegment(clock)?.businessMs ?? 0)
  return {
    clock: clock.clock,
    cycle: clock.cycle,
    state: clock.state,
    startedAt: clock.startedAt.toISOString(),
    stoppedAt: textOf(clock.stopped?.at ?? null),
    reachedAt: textOf(clock.reachedAt),
    dueAt: textOf(clock.dueAt),
    riskAt: textOf(riskOf(clock, usedBeforeMs, calendars)),
    target: clock.target,
    used: Math.floor(usedBeforeMs / MINUTE_MS),
    nextMarkAt: textOf(clock.nextMarkAt),
    breachedAt: textOf(clock.breach?.at ?? null),
    isByHand: clock.deadline !== null,
    result: clock.result,
    policyId: clock.policy?.policyId ?? null,
    calendarId: clock.policy?.calendarId ?? null,
    segments: clock.segments.map(keptSegment),
  }
}

function runningSegment(clock: Clock): Clock['segments'][number] | undefined {
  const last = clock.segments.at(-1)
  return clock.state === 'running' && last?.to === null ? last : undefined
}

/** Of a deadline by hand three quarters of the way to it, whether or not the clock runs. */
function riskOf(clock: Clock, usedBeforeMs: number, calendars: Calendars): Date | null {
  if (clock.state === 'stopped' || clock.reachedAt !== null) return null
  const time = businessTimeOf(clock.policy?.calendarId ?? null, calendars)
  const startMs = clock.startedAt.getTime()
  if (clock.deadline !== null)
    return momentOf(time.add(startMs, Math.round(time.between(startMs, clock.deadline.at.getTime()) * RISK_SHARE)))
  const running = runningSegment(clock)
  if (running === undefined || clock.target === null) return null
  const leftMs = clock.target * MINUTE_MS * RISK_SHARE - usedBeforeMs
  return momentOf(time.add(running.from.getTime(), Math.max(0, leftMs)))
}

function momentOf(atMs: number | null): Date | null {
  return atMs === null ? null : new Date(atMs)
}

/** Whose hours count; around the clock without a calendar. */
export function businessTimeOf(calendarId: string | null, calendars: Calendars): BusinessTime {
  return (calendarId === null ? undefined : calendars.get(calendarId)) ?? aroundTheClock
}

function keptSegment({ state, from, to, cause, actor }: Clock['segments'][number]): KeptSegment {
  const category = cause.kind === 'status' ? cause.category : null
  return { state, from: from.toISOString(), to: textOf(to), cause: cause.kind, category, by: actor.kind }
}

function textOf(moment: Date | null): string | null {
  return moment?.toISOString() ?? null
}

const order: readonly ClockKind[] = ['first_response', 'next_response', 'resolution']

/** The clock that passes its target first, else one that stands still, else none. What was done is due no more. */
export function caseDueOf(rows: readonly ClockRow[]): CaseDueRow {
  const open = rows.filter(({ reachedAt }) => reachedAt === null)
  const ticking = open.filter(({ state, isByHand }) => state === 'running' || (state === 'paused' && isByHand))
  const due = ticking.filter(({ dueAt }) => dueAt !== null).toSorted(byMoment(({ dueAt }) => dueAt))[0]
  const risk = ticking.filter(({ riskAt }) => riskAt !== null).toSorted(byMoment(({ riskAt }) => riskAt))[0]
  const still = open.filter(({ state, target }) => state === 'paused' && target !== null)
  const waiting = due ?? still.toSorted((one, other) => order.indexOf(one.clock) - order.indexOf(other.clock))[0]
  return { dueAt: due?.dueAt ?? null, dueClock: waiting?.clock ?? null, riskAt: risk?.riskAt ?? null }
}

function byMoment(momentOf: (row: ClockRow) => string | null) {
  return (one: ClockRow, other: ClockRow) =>
    (momentOf(one) ?? '').localeCompare(momentOf(other) ?? '') || order.indexOf(one.clock) - order.indexOf(other.clock)
}

/** Replaces what is stored of a case's clocks: one statement. */
export function clocksStorage(caseId: string, clocks: readonly Clock[], calendars: Calendars): Prisma.Sql {
  const rows = clockRowsOf(clocks, calendars)
  const { dueAt, dueClock, riskAt } = caseDueOf(rows)
  return Prisma.sql`WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g (clock text, cycle int, state text, "startedAt" timestamptz,
        "stoppedAt" timestamptz, "reachedAt" timestamptz, "dueAt" timestamptz, "riskAt" timestamptz, target int, used int, "nextMarkAt" timestamptz,
        "breachedAt" timestamptz, "isByHand" boolean, result text, "policyId" uuid, "calendarId" uuid, segments jsonb)),
    gone AS (
      DELETE FROM case_clock k WHERE k.case_id = ${caseId}::uuid
        AND NOT EXISTS (SELECT 1 FROM given g WHERE g.clock = k.clock AND g.cycle = k.cycle)),
    kept AS (
      INSERT INTO case_clock (case_id, clock, cycle, state, started_at, stopped_at, reached_at, due_at, risk_at, target, used, next_mark_at,
        breached_at, is_by_hand, result, policy_id, calendar_id, segments)
      SELECT ${caseId}::uuid, g.clock, g.cycle, g.state, g."startedAt", g."stoppedAt", g."reachedAt", g."dueAt", g."riskAt", g.target, g.used,
        g."nextMarkAt", g."breachedAt", g."isByHand", g.result, g."policyId", g."calendarId", g.segments FROM given g
      ON CONFLICT (case_id, clock, cycle) DO UPDATE SET state = excluded.state, started_at = excluded.started_at,
        stopped_at = excluded.stopped_at, reached_at = excluded.reached_at, due_at = excluded.due_at, risk_at = excluded.risk_at, target = excluded.target,
        used = excluded.used, next_mark_at = excluded.next_mark_at, breached_at = excluded.breached_at,
        is_by_hand = excluded.is_by_hand, result = excluded.result, policy_id = excluded.policy_id,
        calendar_id = excluded.calendar_id, segments = excluded.segments)
    UPDATE support_case SET due_at = ${dueAt}::timestamptz, due_clock = ${dueClock}, risk_at = ${riskAt}::timestamptz
     WHERE id = ${caseId}::uuid
       AND (due_at, due_clock, risk_at) IS DISTINCT FROM (${dueAt}::timestamptz, ${dueClock}::text, ${riskAt}::timestamptz)`
}
