import { Refusal } from '@timedesk/contracts/refusal'
import type { WeekSheet } from '@timedesk/contracts/week-sheets'
import { canMoveWeek, canWriteInWeek } from '@timedesk/domain/time/decide-week-move'
import type { PeriodLocks } from '@timedesk/domain/time/first-open-day'
import { daysOfWeek } from '@timedesk/domain/time/week'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { timeEntrySelection } from './find-time-entries.ts'
import { presentTimeEntry, type TimeEntryRow } from './present-time-entry.ts'
import { shownTo } from './shown-to.ts'
import { entriesOfWeek, partyOf, readWeekGround, weekOf, type WeekGround, type WeekKey } from './week-ground.ts'

/** How many entries a week shows; its sums count all. */
const WEEK_ENTRIES_MAX = 2000

type DaySum = { day: string; minutes: number; billableMinutes: number }

/**
 * The week of an employee with all that was registered in it. Refuses with `permission_denied` somebody else's to who
 * neither approves nor writes for others, and with `not_found` nobody's.
 */
export async function findWeekSheet(reader: Reader, actor: StaffActor, key: WeekKey): Promise<WeekSheet> {
  requireReader(actor, key)
  const [ground, rows, sums] = await Promise.all([
    readWeekGround(reader, key, actor),
    reader.rows<TimeEntryRow>(Prisma.sql`${timeEntrySelection} WHERE ${entriesOfWeek(key)}
      ORDER BY t.work_date, t.started_at NULLS FIRST, t.id LIMIT ${WEEK_ENTRIES_MAX}`),
    reader.rows<DaySum>(Prisma.sql`SELECT t.work_date::text AS day, sum(t.minutes)::int AS minutes, sum(r.billable_minutes)::int AS "billableMinutes"
      FROM time_entry t JOIN time_rating r ON r.entry_id = t.id WHERE ${entriesOfWeek(key)} GROUP BY t.work_date`),
  ])
  const days = daysOf(key.monday, ground, sums)
  const shows = shownTo(actor)
  return {
    employee: { id: key.employeeId, name: ground.employeeName },
    monday: key.monday,
    ...presentState(ground),
    days,
    entries: rows.map((row) => presentTimeEntry(row, shows)),
    minutes: total(sums.map(({ minutes }) => minutes)),
    workingMinutes: total(ground.workingMinutes),
    billableMinutes: total(sums.map(({ billableMinutes }) => billableMinutes)),
    can: movesOf(actor, key, ground),
  }
}

/** State of a week and who decided on it, as the API shows them. */
export function presentState({ state, submittedAt, decidedAt, decidedByName, reason, version }: WeekState) {
  return {
    state,
    submittedAt: submittedAt?.toISOString() ?? null,
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedByName,
    reason,
    version,
  }
}

type WeekState = Pick<WeekGround, 'state' | 'submittedAt' | 'decidedAt' | 'decidedByName' | 'reason' | 'version'>

function requireReader({ id, permissions }: StaffActor, { employeeId }: WeekKey): void {
  if (id === employeeId || permissions.has('time:approve') || permissions.has('time:write_others')) return
  throw new Refusal('permission_denied', { missingPermission: 'time:approve' })
}

function daysOf(monday: string, ground: WeekGround, sums: readonly DaySum[]): WeekSheet['days'] {
  return daysOfWeek(monday).map((day, index) => ({
    day,
    workingMinutes: ground.workingMinutes[index] ?? 0,
    minutes: sums.find((sum) => sum.day === day)?.minutes ?? 0,
    lock: lockOn(day, ground),
  }))
}

function lockOn(day: string, { softLockedThrough, hardLockedThrough }: PeriodLocks): 'soft' | 'hard' | null {
  if (hardLockedThrough !== null && day <= hardLockedThrough) return 'hard'
  return softLockedThrough !== null && day <= softLockedThrough ? 'soft' : null
}

function movesOf(actor: StaffActor, key: WeekKey, ground: WeekGround): WeekSheet['can'] {
  const week = weekOf(key, ground)
  const by = partyOf(actor, key, ground)
  return {
    register: canWriteInWeek(week, by),
    submit: canMoveWeek(week, 'submitted', by),
    recall: canMoveWeek(week, 'recalled', by),
    approve: canMoveWeek(week, 'approved', by),
    reject: canMoveWeek(week, 'rejected', by),
    reopen: canMoveWeek(week, 'reopened', by),
  }
}

function total(minutes: readonly number[]): number {
  return minutes.reduce((sum, part) => sum + part, 0)
}
