import type { DispatchBoard } from '@timedesk/contracts/dispatch-board'
import { Prisma } from '@timedesk/prisma/client'
import { isActiveCase } from '../helpdesk/active-cases.ts'
import {
  isUnreadByStaff,
  presentSummary,
  summaryColumns,
  summaryJoins,
  type SummaryRow,
} from '../helpdesk/case-rows.ts'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { readDueView } from '../service-levels/present-due.ts'

const SHOWN_MAX = 25
const COUNT_MAX = 100

type BoardList = DispatchBoard['unassigned']

/** Whose board it is, and what stands on it: `branch` are the departments of it as an array, null for all. */
export type BoardScope = {
  actor: StaffActor
  now: Date
  branch: Prisma.Sql | null
  /** Until when what is due is at risk. */
  horizon: Date
}

/** Active cases that nobody is responsible for: the soonest due first, then the oldest. */
export function findUnassigned(reader: Reader, scope: BoardScope): Promise<BoardList> {
  return findList(reader, scope, {
    matching: Prisma.sql`c.responsible_id IS NULL`,
    order: Prisma.sql`coalesce(c.due_at, 'infinity'), c.created_at, c.id`,
  })
}

/** Active cases that are late, or due before the horizon. */
export function findAtRisk(reader: Reader, scope: BoardScope): Promise<BoardList> {
  return findList(reader, scope, {
    matching: Prisma.sql`c.due_at IS NOT NULL AND c.due_at <= ${scope.horizon}::timestamptz`,
    order: Prisma.sql`c.due_at, c.id`,
  })
}

type Row = SummaryRow & { total: number }

/** The indexes hold what is looked at and sorted by, so that only the cases that are shown are read. */
async function findList(
  reader: Reader,
  { actor, now, branch }: BoardScope,
  { matching, order }: { matching: Prisma.Sql; order: Prisma.Sql },
): Promise<BoardList> {
  const within = branch === null ? Prisma.sql`true` : Prisma.sql`c.department_id = ANY(${branch})`
  const rows = await reader.rows<Row>(Prisma.sql`WITH found AS MATERIALIZED (
      SELECT c.id FROM support_case c WHERE ${isActiveCase} AND ${matching} AND ${within} ORDER BY ${order} LIMIT ${Prisma.raw(String(COUNT_MAX + 1))}
    ), shown AS MATERIALIZED (SELECT id, row_number() OVER () AS place FROM found LIMIT ${Prisma.raw(String(SHOWN_MAX))})
    SELECT ${summaryColumns}, ${isUnreadByStaff} AS "isUnread", (SELECT count(*)::int FROM found) AS total
      FROM shown JOIN support_case c ON c.id = shown.id ${summaryJoins}
      LEFT JOIN staff_read_mark m ON m.case_id = c.id AND m.employee_id = ${actor.id}::uuid ORDER BY shown.place`)
  const view = await readDueView(reader, rows, now)
  const total = rows[0]?.total ?? 0
  return {
    data: rows.map((row) => presentSummary(row, view)),
    hasMore: total > rows.length,
    total: Math.min(total, COUNT_MAX),
  }
}
