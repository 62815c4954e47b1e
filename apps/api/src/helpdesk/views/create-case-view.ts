import type { createCaseView as contract } from '@timedesk/contracts/case-views'
import { OWN_VIEWS_MAX, SHARED_VIEWS_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { defaultColumns } from '@timedesk/domain/query/shipped-views'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { storeQuery } from '../query/query-text.ts'
import { passViews } from './pass-views.ts'
import { chooseViewScope, type ViewScope } from './view-scope.ts'

/** The unique rule of a view. */
export const takenViewFields = { case_view_name_of_scope: '/body/name' } as const

/**
 * Saves a view, pinned for who saves it. Refuses who may not share, a query that cannot be read or names what does not
 * exist, a name that is taken among the views of that scope, and more views than lists show.
 */
export async function createCaseView(
  tx: Tx,
  context: Context<StaffActor>,
  { name, icon, sort, group, ...wanted }: z.output<typeof contract.body>,
): Promise<string> {
  const { actor, now } = context
  const query = await storeQuery(tx, actor, wanted.query, '/body/query')
  const owned = await chooseViewScope(tx, actor, wanted)
  await refuseTooMany(tx, owned)
  const id = context.newId()
  await refuseTaken(takenViewFields, () =>
    tx.rows(Prisma.sql`INSERT INTO case_view (id, name, scope, owner_id, department_id, icon, query, columns, sort, group_by, created_at)
      VALUES (${id}::uuid, ${name}, ${owned.scope}, ${owned.ownerId}::uuid, ${owned.departmentId}::uuid, ${icon}, ${query},
        ${wanted.columns ?? defaultColumns}::text[], ${sort}, ${group}, ${now})`),
  )
  await tx.rows(
    Prisma.sql`INSERT INTO case_view_place (employee_id, view_key, is_pinned) VALUES (${actor.id}::uuid, ${id}, true)`,
  )
  await appendEvents(tx, context, { kind: 'view', id }, [
    { type: 'view.created', viewId: id, name, scope: owned.scope },
  ])
  passViews(context, owned)
  return id
}

/** Those of a person are counted apart from the shared ones. Two at once may pass by one. */
export async function refuseTooMany(tx: Tx, { scope, ownerId }: ViewScope): Promise<void> {
  const isPrivate = scope === 'private'
  const among = isPrivate
    ? Prisma.sql`scope = 'private' AND owner_id = ${ownerId}::uuid`
    : Prisma.sql`scope <> 'private'`
  const [counted] = await tx.rows<{ views: number }>(
    Prisma.sql`SELECT count(*)::int AS views FROM case_view WHERE ${among}`,
  )
  if ((counted?.views ?? 0) < (isPrivate ? OWN_VIEWS_MAX : SHARED_VIEWS_MAX)) return
  const message = 'There are as many views of this kind as there can be. Remove one first.'
  throw new Refusal('conflict', { detail: message, fields: [{ pointer: '/body/scope', code: 'too_many', message }] })
}
