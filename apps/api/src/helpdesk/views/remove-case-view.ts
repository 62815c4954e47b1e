import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { passViews } from './pass-views.ts'
import { lockView } from './view-rows.ts'
import { requireViewEdit } from './view-scope.ts'

/** Removes a view for everybody who saw it. Refuses with `not_found`, and who may not change it. */
export async function removeCaseView(
  tx: Tx,
  context: Context<StaffActor>,
  { viewId }: { viewId: string },
): Promise<void> {
  const view = await lockView(tx, context.actor, viewId)
  requireViewEdit(context.actor, view)
  await tx.rows(Prisma.sql`DELETE FROM case_view_place WHERE view_key = ${viewId}`)
  await tx.rows(Prisma.sql`DELETE FROM case_view WHERE id = ${viewId}::uuid`)
  const { name, scope } = view
  await appendEvents(tx, context, { kind: 'view', id: viewId }, [{ type: 'view.removed', viewId, name, scope }])
  passViews(context, view)
}
