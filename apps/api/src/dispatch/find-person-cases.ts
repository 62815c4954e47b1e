import type { listBoardPersonCases as contract } from '@timedesk/contracts/dispatch-board'
import { Refusal } from '@timedesk/contracts/refusal'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
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
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { readDueView } from '../service-levels/present-due.ts'

type Query = z.output<typeof contract.query> & { employeeId: string }

const order = Prisma.sql`coalesce(c.due_at, 'infinity'), c.created_at, c.id`
const NEVER = 'infinity'

/**
 * A page of the active cases of an employee: the soonest due first, those without a due time last, the oldest first.
 * Refuses with `not_found`.
 */
export async function findPersonCases(
  reader: Reader,
  paging: Paging,
  actor: StaffActor,
  now: Date,
  query: Query,
): Promise<Page<CaseSummary>> {
  const binding = bindingOf('board-person', query)
  const key = paging.keyAfter(binding, query)
  const [found] = await reader.rows(Prisma.sql`SELECT FROM employee WHERE id = ${query.employeeId}::uuid`)
  if (found === undefined) throw new Refusal('not_found')
  const matching = Prisma.sql`${isActiveCase} AND c.responsible_id = ${query.employeeId}::uuid`
  const behind =
    key === null
      ? Prisma.empty
      : Prisma.sql`AND (coalesce(c.due_at, 'infinity'), c.created_at, c.id) > (${key[0]}::timestamptz, ${key[1]}::timestamptz, ${key[2]}::uuid)`
  const rows = await reader.rows<SummaryRow>(Prisma.sql`SELECT ${summaryColumns}, ${isUnreadByStaff} AS "isUnread"
    FROM (SELECT c.* FROM support_case c WHERE ${matching} ${behind} ORDER BY ${order} LIMIT ${Prisma.raw(String(query.limit + 1))}) c
    ${summaryJoins} LEFT JOIN staff_read_mark m ON m.case_id = c.id AND m.employee_id = ${actor.id}::uuid ORDER BY ${order}`)
  const view = await readDueView(reader, rows, now)
  const keyOf = (row: SummaryRow) => [row.dueAt?.toISOString() ?? NEVER, row.createdAt.toISOString(), row.id]
  const page = paging.cut(binding, query, rows, keyOf, (row) => presentSummary(row, view))
  return withTotal(page, query, async () => {
    const [counted] = await reader.rows<{ total: number }>(
      Prisma.sql`SELECT count(*)::int AS total FROM support_case c WHERE ${matching}`,
    )
    return counted?.total ?? 0
  })
}
