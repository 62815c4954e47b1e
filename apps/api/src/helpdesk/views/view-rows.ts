import type { CaseView, ViewColumn, ViewIcon } from '@timedesk/contracts/case-views'
import { Refusal } from '@timedesk/contracts/refusal'
import type { CaseGroup, CaseSort } from '@timedesk/contracts/work-list'
import type { ShippedViewRule } from '@timedesk/domain/query/shipped-views'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import { reference } from '../reference.ts'
import { mayEditView, seesView, type ViewScope } from './view-scope.ts'

/** A view as it is stored: its query names things by their ids. */
export type ViewRow = ViewScope & {
  id: string
  name: string
  ownerName: string
  departmentName: string | null
  icon: ViewIcon
  query: string
  columns: ViewColumn[]
  sort: CaseSort
  group: CaseGroup | null
  version: number
}

/** The columns of a `ViewRow`, of view `v`. */
export const viewColumns = Prisma.sql`v.id, v.name, v.scope, v.owner_id AS "ownerId", v.department_id AS "departmentId", v.icon, v.query,
  v.columns, v.sort, v.group_by AS "group", v.version, (SELECT name FROM employee WHERE id = v.owner_id) AS "ownerName",
  (SELECT name FROM department WHERE id = v.department_id) AS "departmentName"`

/** How the reader has a view before them. */
export type ViewPlace = { isPinned: boolean; position: number | null }

/** A view that the actor sees; locked until the transaction ends. Refuses with `not_found`. */
export async function lockView(reader: Reader, actor: StaffActor, id: string): Promise<ViewRow> {
  const [row] = await reader.rows<ViewRow>(
    Prisma.sql`SELECT ${viewColumns} FROM case_view v WHERE v.id = ${id}::uuid AND ${seesView(actor)} FOR UPDATE OF v`,
  )
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/** A saved view as the contract shows it; `query` has the names of today. */
export function presentView(row: ViewRow, query: string, place: ViewPlace | undefined, actor: StaffActor): CaseView {
  const { id, name, scope, icon, columns, sort, group, version } = row
  return {
    ...{ id, scope, name, icon, query, columns, sort, group, version },
    department: reference(row.departmentId, row.departmentName),
    owner: scope === 'private' ? { id: row.ownerId, name: row.ownerName } : null,
    isPinned: place?.isPinned ?? false,
    can: { edit: mayEditView(actor, row) },
  }
}

/** A view that comes with the product. */
export function presentShipped(view: ShippedViewRule, place: ViewPlace | undefined): CaseView {
  return {
    ...view,
    columns: [...view.columns],
    scope: 'shipped',
    name: null,
    department: null,
    owner: null,
    isPinned: place?.isPinned ?? view.isPinned,
    can: { edit: false },
    version: 1,
  }
}
