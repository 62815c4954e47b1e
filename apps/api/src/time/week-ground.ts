import { permissionsOfRole, StaffRole } from '@timedesk/contracts/access'
import { Refusal } from '@timedesk/contracts/refusal'
import type { WeekState } from '@timedesk/contracts/week-sheets'
import { addDays, mondayOf } from '@timedesk/domain/calendar/days'
import type { Week, WeekParty } from '@timedesk/domain/time/decide-week-move'
import type { PeriodLocks } from '@timedesk/domain/time/first-open-day'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'

const DAYS_TO_SUNDAY = 6

/** Whose week it is, and the Monday that it starts on. */
export type WeekKey = { employeeId: string; monday: string }

/** What is known of a week beside its entries; in version 0 as long as nobody moved it. */
export type WeekGround = PeriodLocks & {
  employeeName: string
  /** To be worked, Monday first. */
  workingMinutes: number[]
  hasOtherApprover: boolean
  state: WeekState
  submittedAt: Date | null
  decidedAt: Date | null
  decidedByName: string | null
  reason: string
  version: number
}

const approverRoles = StaffRole.options.filter((role) => permissionsOfRole[role].includes('time:approve'))

/** Reads what decides over a week. Refuses with `invalid_request` a day that is no Monday, and with `not_found` nobody's. */
export async function readWeekGround(
  reader: Reader,
  { employeeId, monday }: WeekKey,
  actor: StaffActor,
): Promise<WeekGround> {
  requireMonday(monday)
  const [ground] = await reader.rows<WeekGround>(Prisma.sql`
    SELECT e.name AS "employeeName", e.working_minutes AS "workingMinutes", co.soft_locked_through::text AS "softLockedThrough",
           co.hard_locked_through::text AS "hardLockedThrough",
           EXISTS (SELECT 1 FROM employee o WHERE o.is_active AND o.id <> ${actor.id}::uuid AND o.role = ANY(${approverRoles}::text[])) AS "hasOtherApprover",
           coalesce(w.state, 'open') AS state, w.submitted_at AS "submittedAt", w.decided_at AS "decidedAt",
           w.decided_by_name AS "decidedByName", coalesce(w.reason, '') AS reason, coalesce(w.version, 0) AS version
      FROM employee e CROSS JOIN company co LEFT JOIN week_sheet w ON w.employee_id = e.id AND w.monday = ${monday}::date
     WHERE e.id = ${employeeId}::uuid`)
  if (ground === undefined) throw new Refusal('not_found')
  return ground
}

/** The week as the rules see it. */
export function weekOf({ monday }: WeekKey, { state, hardLockedThrough }: WeekGround): Week {
  return { state, isClosed: hardLockedThrough !== null && addDays(monday, DAYS_TO_SUNDAY) <= hardLockedThrough }
}

/** The caller as the rules see them. */
export function partyOf({ id, permissions }: StaffActor, { employeeId }: WeekKey, ground: WeekGround): WeekParty {
  return {
    isOwn: id === employeeId,
    mayWrite: permissions.has('time:write'),
    mayWriteOthers: permissions.has('time:write_others'),
    mayApprove: permissions.has('time:approve'),
    isOnlyApprover: !ground.hasOtherApprover,
  }
}

/** The entries `t` of a week. */
export function entriesOfWeek({ employeeId, monday }: WeekKey): Prisma.Sql {
  return Prisma.sql`t.employee_id = ${employeeId}::uuid AND t.work_date BETWEEN ${monday}::date AND ${addDays(monday, DAYS_TO_SUNDAY)}::date`
}

function requireMonday(day: string): void {
  if (mondayOf(day) === day) return
  const message = 'Must be a Monday.'
  throw new Refusal('invalid_request', {
    detail: message,
    fields: [{ pointer: '/params/monday', code: 'not_a_monday', message }],
  })
}
