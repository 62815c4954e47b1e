import type { orderCaseViews as contract } from '@timedesk/contracts/case-views'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refusedReference } from '../../platform/http/refused-reference.ts'
import { pass } from '../../platform/realtime/pass.ts'
import { findCaseViews } from './find-case-views.ts'

/**
 * Puts the views of the actor in order, for itself alone; those that are not named keep theirs behind them, and stay
 * pinned as they are. Refuses with `reference_refused` a view that the actor does not see.
 */
export async function orderCaseViews(
  tx: Tx,
  context: Context<StaffActor>,
  { views: wanted }: z.output<typeof contract.body>,
): Promise<void> {
  const employeeId = context.actor.id
  const present = await findCaseViews(tx, context.actor)
  const unknown = wanted.findIndex(({ id }) => !present.some((view) => view.id === id))
  if (unknown >= 0) throw refusedReference(`/body/views/${String(unknown)}/id`, 'There is no such view.')
  const rest = present.filter((view) => !wanted.some(({ id }) => id === view.id))
  const places = [...wanted, ...rest]
  await tx.rows(Prisma.sql`DELETE FROM case_view_place WHERE employee_id = ${employeeId}::uuid`)
  await tx.rows(Prisma.sql`INSERT INTO case_view_place (employee_id, view_key, is_pinned, position)
    SELECT ${employeeId}::uuid, p.view_key, p.is_pinned, p.position
    FROM unnest(${places.map(({ id }) => id)}::text[], ${places.map(({ isPinned }) => isPinned)}::bool[])
      WITH ORDINALITY AS p (view_key, is_pinned, position)`)
  pass(context, 'views.changed', { employeeId })
}
