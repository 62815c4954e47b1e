import type { updateActivityType as contract } from '@timedesk/contracts/settings'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { takenActivityTypeFields } from './create-activity-type.ts'
import { findActivityType } from './find-activity-types.ts'

/**
 * Changes or deactivates a kind of work; time that is registered already stays as it is.
 * Refuses a stale version and a name that is taken.
 */
export async function updateActivityType(
  tx: Tx,
  context: Context,
  { activityTypeId, ...wanted }: { activityTypeId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const { version, ...before } = await findActivityType(tx, activityTypeId, 'for update')
  requireVersion(version, ifMatch)
  const after = {
    ...before,
    name: wanted.name ?? before.name,
    isBillable: wanted.isBillable ?? before.isBillable,
    position: wanted.position ?? before.position,
    isActive: wanted.isActive ?? before.isActive,
  }
  const changes = changesBetween(before, after)
  if (changes.length === 0) return
  await refuseTaken(takenActivityTypeFields, () =>
    tx.rows(Prisma.sql`
      UPDATE activity_type SET name = ${after.name}, is_billable = ${after.isBillable}, position = ${after.position},
             is_active = ${after.isActive}, version = version + 1 WHERE id = ${activityTypeId}::uuid`),
  )
  await appendEvents(tx, context, { kind: 'setting', id: activityTypeId }, [
    { type: 'setting.changed', setting: 'activity_type', name: after.name, changes },
  ])
}
