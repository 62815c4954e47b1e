import type { CaseSummary, listCases } from '@timedesk/contracts/work-list'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, type CursorKey, type Page, type Paging } from '../platform/http/paging.ts'
import { readDueView } from '../service-levels/present-due.ts'
import { branchOf, isActiveCase } from './active-cases.ts'
import { isUnreadByStaff, presentSummary, summaryColumns, summaryJoins, type SummaryRow } from './case-rows.ts'
import { filterByFields } from './fields/filter-by-fields.ts'
import { foundByStaff } from './search-cases.ts'

type Query = z.output<typeof listCases.query>

/** How a list is sorted: by the partial indexes, which all end in the id, so that a cursor is exact. */
type Order = {
  by: Prisma.Sql
  keyOf: (row: SummaryRow) => CursorKey
  isBehind: (key: CursorKey) => Prisma.Sql
}

const byDue: Order = {
  by: Prisma.sql`c.due_at, c.id`,
  keyOf: (row) => [row.dueAt?.toISOString() ?? null, row.id],
  isBehind: ([at, id]) =>
    at === null
      ? Prisma.sql`(c.due_at IS NULL AND c.id > ${id}::uuid)`
      : Prisma.sql`((c.due_at, c.id) > (${at}::timestamptz, ${id}::uuid) OR c.due_at IS NULL)`,
}

const orders: Record<Query['sort'], Order> = {
  '-lastActivityAt': {
    by: Prisma.sql`c.last_activity_at DESC, c.id DESC`,
    keyOf: (row) => [row.lastActivityAt.toISOString(), row.id],
    isBehind: ([at, id]) => Prisma.sql`(c.last_activity_at, c.id) < (${at}::timestamptz, ${id}::uuid)`,
  },
  '-createdAt': {
    by: Prisma.sql`c.created_at DESC, c.id DESC`,
    keyOf: (row) => [row.createdAt.toISOString(), row.id],
    isBehind: ([at, id]) => Prisma.sql`(c.created_at, c.id) < (${at}::timestamptz, ${id}::uuid)`,
  },
  createdAt: {
    by: Prisma.sql`c.created_at, c.id`,
    keyOf: (row) => [row.createdAt.toISOString(), row.id],
    isBehind: ([at, id]) => Prisma.sql`(c.created_at, c.id) > (${at}::timestamptz, ${id}::uuid)`,
  },
  due: byDue,
  deadline: byDue,
  priority: {
    by: Prisma.sql`c.level, c.last_activity_at DESC, c.id DESC`,
    keyOf: (row) => [row.priorityLevel, row.lastActivityAt.toISOString(), row.id],
    isBehind: ([level, at, id]) =>
      Prisma.sql`(-c.level, c.last_activity_at, c.id) < (-${level}::int, ${at}::timestamptz, ${id}::uuid)`,
  },
}

/** A page of the work list. The page is cut before anything is joined to it. */
export async function findCases(
  reader: Reader,
  paging: Paging,
  actor: StaffActor,
  query: Query,
  now: Date,
): Promise<Page<CaseSummary>> {
  // `me` and `mine` mean somebody else to another reader.
  const binding = [bindingOf('cases', query), actor.id]
  const key = paging.keyAfter(binding, query)
  const order = orders[query.sort]
  const source = sourceOf(query, actor)
  const matching = Prisma.join(await filtersOf(reader, query, actor, now), ' AND ')
  const behind = key === null ? Prisma.empty : Prisma.sql`AND ${order.isBehind(key)}`
  // The limit is part of the text: with a limit it does not know, the planner makes a new plan each time.
  const limit = Prisma.raw(String(query.limit + 1))
  const rows = await reader.rows<SummaryRow>(Prisma.sql`SELECT ${summaryColumns}, ${isUnreadByStaff} AS "isUnread"
    FROM (SELECT c.* FROM ${source} WHERE ${matching} ${behind} ORDER BY ${order.by} LIMIT ${limit}) c
    ${summaryJoins} ${markOf(actor)} ORDER BY ${order.by}`)
  const view = await readDueView(reader, rows, now)
  const page = paging.cut(binding, query, rows, order.keyOf, (row) => presentSummary(row, view))
  if (query.count !== 'exact') return page
  const [counted] = await reader.rows<{ total: number }>(
    Prisma.sql`SELECT count(*)::int AS total FROM ${source} WHERE ${matching}`,
  )
  return { ...page, page: { ...page.page, total: counted?.total ?? 0 } }
}

function markOf({ id }: StaffActor): Prisma.Sql {
  return Prisma.sql`LEFT JOIN staff_read_mark m ON m.case_id = c.id AND m.employee_id = ${id}::uuid`
}

/** Cases `c`, with what the query's filter and order need beside them. */
function sourceOf({ sort, unread }: Query, actor: StaffActor): Prisma.Sql {
  const cases =
    sort === 'priority'
      ? Prisma.sql`(SELECT i.*, o.level FROM support_case i JOIN priority o ON o.id = i.priority_id) c`
      : Prisma.sql`support_case c`
  return unread === undefined ? cases : Prisma.sql`${cases} ${markOf(actor)}`
}

async function filtersOf(reader: Reader, query: Query, actor: StaffActor, now: Date): Promise<Prisma.Sql[]> {
  const filters = [Prisma.sql`true`, ...dueFilters(query, now)]
  if (query.isActive !== undefined) filters.push(query.isActive ? isActiveCase : Prisma.sql`NOT (${isActiveCase})`)
  if (query.status !== undefined) filters.push(Prisma.sql`c.category = ANY(${query.status}::text[])`)
  if (query.responsible === 'none') filters.push(Prisma.sql`c.responsible_id IS NULL`)
  else if (query.responsible !== undefined)
    filters.push(Prisma.sql`c.responsible_id = ${query.responsible === 'me' ? actor.id : query.responsible}::uuid`)
  if (query.department !== undefined) {
    const root = query.department === 'mine' ? actor.departmentId : query.department
    filters.push(Prisma.sql`c.department_id = ANY(${branchOf(root)})`)
  }
  if (query.customerId !== undefined) filters.push(Prisma.sql`c.customer_id = ${query.customerId}::uuid`)
  if (query.contactId !== undefined) filters.push(Prisma.sql`c.contact_id = ${query.contactId}::uuid`)
  if (query.typeId !== undefined) filters.push(Prisma.sql`c.type_id = ${query.typeId}::uuid`)
  if (query.priorityId !== undefined) filters.push(Prisma.sql`c.priority_id = ${query.priorityId}::uuid`)
  if (query.projectId !== undefined) filters.push(Prisma.sql`c.project_id = ${query.projectId}::uuid`)
  if (query.tag !== undefined) filters.push(Prisma.sql`c.tags @> ARRAY[${query.tag}]::text[]`)
  if (query.field !== undefined) filters.push(await filterByFields(reader, query.field))
  if (query.unread !== undefined) filters.push(Prisma.sql`(${isUnreadByStaff}) = ${query.unread}`)
  if (query.search !== undefined) filters.push(await foundByStaff(reader, query.search))
  return filters
}

/** A case without anything due is neither breached nor at risk. */
function dueFilters({ dueBefore, isBreached, isAtRisk }: Query, now: Date): Prisma.Sql[] {
  const filters: Prisma.Sql[] = []
  const isPast = Prisma.sql`coalesce(c.due_at <= ${now}::timestamptz, false)`
  const isClose = Prisma.sql`coalesce(c.risk_at <= ${now}::timestamptz AND c.due_at > ${now}::timestamptz, false)`
  if (dueBefore !== undefined) filters.push(Prisma.sql`c.due_at < ${dueBefore}::timestamptz`)
  if (isBreached !== undefined)
    filters.push(isBreached ? Prisma.sql`c.due_at <= ${now}::timestamptz` : Prisma.sql`NOT ${isPast}`)
  if (isAtRisk !== undefined) filters.push(isAtRisk ? isClose : Prisma.sql`NOT ${isClose}`)
  return filters
}
