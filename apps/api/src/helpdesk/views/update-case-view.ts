import type { updateCaseView as contract } from '@timedesk/contracts/case-views'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { storeQuery } from '../query/query-text.ts'
import { refuseTooMany, takenViewFields } from './create-case-view.ts'
import { passViews } from './pass-views.ts'
import { lockView, type ViewRow } from './view-rows.ts'
import { chooseViewScope, requireViewEdit, type ViewScope } from './view-scope.ts'

type Wanted = z.output<typeof contract.body>

/**
 * Changes a view. Refuses who may not write it as it was or as it is to be, a stale version, and all that refuses to
 * save one.
 */
export async function updateCaseView(
  tx: Tx,
  context: Context<StaffActor>,
  { viewId, ...wanted }: { viewId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const { actor } = context
  const before = await lockView(tx, actor, viewId)
  requireViewEdit(actor, before)
  requireVersion(before.version, ifMatch)
  const owned = await movedTo(tx, actor, before, wanted)
  const query = wanted.query === undefined ? before.query : await storeQuery(tx, actor, wanted.query, '/body/query')
  const { name = before.name, icon = before.icon, columns = before.columns, sort = before.sort } = wanted
  const group = wanted.group === undefined ? before.group : wanted.group
  const changed = await refuseTaken(takenViewFields, () =>
    tx.rows(Prisma.sql`UPDATE case_view SET name = ${name}, scope = ${owned.scope}, owner_id = ${owned.ownerId}::uuid,
        department_id = ${owned.departmentId}::uuid, icon = ${icon}, query = ${query}, columns = ${columns}::text[],
        sort = ${sort}, group_by = ${group}, version = version + 1
      WHERE id = ${viewId}::uuid AND (name, scope, owner_id, department_id, icon, query, columns, sort, group_by) IS DISTINCT FROM
        (${name}, ${owned.scope}, ${owned.ownerId}::uuid, ${owned.departmentId}::uuid, ${icon}, ${query}, ${columns}::text[], ${sort}, ${group}::text)
      RETURNING 1`),
  )
  if (changed.length === 0) return
  await appendEvents(tx, context, { kind: 'view', id: viewId }, [
    { type: 'view.changed', viewId, name, scope: owned.scope },
  ])
  passViews(context, before, owned)
}

/** Whose it is to be: who moves it owns it from then on, and goes on seeing it wherever it went. */
async function movedTo(tx: Tx, actor: StaffActor, before: ViewRow, wanted: Wanted): Promise<ViewScope> {
  const { scope = before.scope, departmentId = before.departmentId } = wanted
  const isSame = scope === before.scope && (scope !== 'department' || departmentId === before.departmentId)
  if (isSame) return before
  const chosen = await chooseViewScope(tx, actor, { scope, departmentId })
  const isSharedAnew = (scope === 'private') !== (before.scope === 'private')
  if (isSharedAnew) await refuseTooMany(tx, chosen)
  return chosen
}
