import type { CaseView, ViewId } from '@timedesk/contracts/case-views'
import { CASE_VIEWS_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { shippedViewOf, shippedViews } from '@timedesk/domain/query/shipped-views'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import { showQueries } from '../query/query-text.ts'
import { presentShipped, presentView, viewColumns, type ViewPlace, type ViewRow } from './view-rows.ts'
import { seesView } from './view-scope.ts'

/**
 * The views that the actor sees, in its order: those that it put in order, then those that come with the product, then
 * its own and the shared ones by name.
 */
export async function findCaseViews(reader: Reader, actor: StaffActor): Promise<CaseView[]> {
  const [rows, places] = await Promise.all([
    reader.rows<ViewRow>(Prisma.sql`SELECT ${viewColumns} FROM case_view v WHERE ${seesView(actor)}
      ORDER BY v.scope = 'private' DESC, v.scope = 'department' DESC, lower(v.name), v.id LIMIT ${CASE_VIEWS_MAX}`),
    findPlaces(reader, actor),
  ])
  const queries = await showQueries(
    reader,
    rows.map(({ query }) => query),
  )
  const views = [
    ...shippedViews.map((view) => presentShipped(view, places.get(view.id))),
    ...rows.map((row, index) => presentView(row, queries[index] ?? row.query, places.get(row.id), actor)),
  ]
  const positionOf = ({ id }: CaseView) => places.get(id)?.position ?? Number.MAX_SAFE_INTEGER
  return views.toSorted((one, other) => positionOf(one) - positionOf(other))
}

/** One view, as the actor sees it. Refuses with `not_found`. */
export async function findCaseView(reader: Reader, actor: StaffActor, id: ViewId): Promise<CaseView> {
  const shipped = shippedViewOf(id)
  const places = await findPlaces(reader, actor)
  if (shipped !== null) return presentShipped(shipped, places.get(id))
  const [row] = await findViewRows(reader, actor, [id])
  if (row === undefined) throw new Refusal('not_found')
  const [query = row.query] = await showQueries(reader, [row.query])
  return presentView(row, query, places.get(id), actor)
}

/** Saved views by their ids, as far as the actor sees them. */
export async function findViewRows(reader: Reader, actor: StaffActor, ids: readonly string[]): Promise<ViewRow[]> {
  return reader.rows<ViewRow>(
    Prisma.sql`SELECT ${viewColumns} FROM case_view v WHERE v.id = ANY(${ids}::uuid[]) AND ${seesView(actor)}`,
  )
}

async function findPlaces(reader: Reader, { id }: StaffActor): Promise<Map<string, ViewPlace>> {
  const rows = await reader.rows<ViewPlace & { viewKey: string }>(
    Prisma.sql`SELECT view_key AS "viewKey", is_pinned AS "isPinned", position FROM case_view_place WHERE employee_id = ${id}::uuid`,
  )
  return new Map(rows.map(({ viewKey, ...place }) => [viewKey, place]))
}
