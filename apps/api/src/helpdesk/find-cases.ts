import type { ListedCase, listCases } from '@timedesk/contracts/work-list'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, type CursorKey, type Page, type Paging } from '../platform/http/paging.ts'
import { readDueView } from '../service-levels/present-due.ts'
import { isUnreadByStaff, presentSummary, summaryColumns, summaryJoins, type SummaryRow } from './case-rows.ts'
import { caseOrder, type CaseOrder } from './list/case-order.ts'
import { dueBounds } from './list/due-bounds.ts'
import { groupOfRow } from './list/group-of-row.ts'
import { markOf, readTimeZone, selectCases } from './list/select-cases.ts'
import { isBehind, orderBy } from './list/sort-column.ts'

type Query = z.output<typeof listCases.query>

/** With what the row was sorted by, where it is asked: at the end of the page, and by the names of groups of dues. */
type Row = SummaryRow & {
  sortedBy: (string | number | null)[] | null
  estimateMinutes: number | null
  mergedIntoNumber: number | null
}

/** A page of the work list. The page is cut before anything is joined to it. */
export async function findCases(
  reader: Reader,
  paging: Paging,
  actor: StaffActor,
  query: Query,
  now: Date,
): Promise<Page<ListedCase>> {
  // `me` and `mine` mean somebody else to another reader.
  const binding = [bindingOf('cases', query), actor.id]
  const after = paging.keyAfter(binding, query)
  // The groups of dues move on with time: all pages go by the moment of the first.
  const asOf = query.group === 'due' && after !== null ? new Date(String(after[0])) : now
  const key = query.group === 'due' ? (after?.slice(1) ?? null) : after
  const timeZone = query.group === 'due' ? await readTimeZone(reader) : 'UTC'
  const order = caseOrder(query.sort, query.group, () => dueBounds(asOf, timeZone))
  const { source, matching, isAdHoc } = await selectCases(reader, actor, query, now)
  const page = pageOfCases(query, { source: Prisma.sql`${source} ${order.joins}`, matching, order, key })
  const rows = await reader.rows<Row>(
    Prisma.sql`SELECT ${summaryColumns}, ${isUnreadByStaff} AS "isUnread", c.sorted_by AS "sortedBy",
      c.estimate_minutes AS "estimateMinutes", (SELECT i.number FROM support_case i WHERE i.id = c.merged_into_id) AS "mergedIntoNumber"
    FROM (${page}) c ${summaryJoins} ${markOf(actor)} ORDER BY c.place`,
    isAdHoc ? 'anew' : 'once',
  )
  const view = await readDueView(reader, rows, now)
  const keyOf = ({ sortedBy }: Row): CursorKey => {
    if (sortedBy === null) throw new Error('The last case of a page does not say what it was sorted by.')
    return query.group === 'due' ? [asOf.toISOString(), ...sortedBy] : sortedBy
  }
  const cut = paging.cut(binding, query, rows, keyOf, (row): ListedCase => {
    const { estimateMinutes, mergedIntoNumber, sortedBy } = row
    const group = query.group === undefined ? {} : { group: groupOfRow(query.group, row, sortedBy ?? []) }
    return { ...presentSummary(row, view), ...group, estimateMinutes, mergedIntoNumber }
  })
  if (query.count !== 'exact') return cut
  const [counted] = await reader.rows<{ total: number }>(
    Prisma.sql`SELECT count(*)::int AS total FROM ${source} WHERE ${matching}`,
  )
  return { ...cut, page: { ...cut.page, total: counted?.total ?? 0 } }
}

type Cut = { source: Prisma.Sql; matching: Prisma.Sql; order: CaseOrder; key: CursorKey | null }

/** One more row than the page has. What is made of a row is made of the few that remain. */
function pageOfCases({ limit, group }: Query, { source, matching, order: { columns }, key }: Cut): Prisma.Sql {
  const behind = key === null ? Prisma.empty : Prisma.sql`AND ${isBehind(columns, key)}`
  const nameOf = (place: number) => Prisma.raw(`sort_${String(place)}`)
  const keys = columns.map(({ of }, place) => Prisma.sql`${of} AS ${nameOf(place)}`)
  const names = columns.map((_, place) => Prisma.sql`p.${nameOf(place)}`)
  const order = orderBy(columns, (_, place) => Prisma.sql`${nameOf(place)}`)
  const tells = group === 'due' ? Prisma.sql`true` : Prisma.sql`row_number() OVER () = ${Prisma.raw(String(limit))}`
  // The limit is part of the text: with a limit it does not know, the planner makes a new plan each time.
  return Prisma.sql`SELECT p.*, row_number() OVER () AS place, CASE WHEN ${tells} THEN json_build_array(${Prisma.join(names)}) END AS sorted_by
    FROM (SELECT c.*, ${Prisma.join(keys)} FROM ${source} WHERE ${matching} ${behind}
      ORDER BY ${order} LIMIT ${Prisma.raw(String(limit + 1))}) p`
}
