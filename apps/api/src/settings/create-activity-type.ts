import { Refusal } from '@timedesk/contracts/refusal'
import type { createActivityType as contract } from '@timedesk/contracts/settings'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { ACTIVITY_TYPES_MAX } from './find-activity-types.ts'

/** The unique rule of an activity type. */
export const takenActivityTypeFields = { activity_type_name_key: '/body/name' } as const

/** Creates a kind of work; billable and last unless said otherwise. Refuses a name that is taken. */
export async function createActivityType(
  tx: Tx,
  context: Context,
  { name, isBillable = true, position }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  if ((await tx.activityType.count()) >= ACTIVITY_TYPES_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(ACTIVITY_TYPES_MAX)} activity types at most.` })
  await refuseTaken(takenActivityTypeFields, () =>
    tx.rows(Prisma.sql`
      INSERT INTO activity_type (id, name, is_billable, position)
      SELECT ${id}::uuid, ${name}, ${isBillable}, coalesce(${position ?? null}::int, (SELECT max(position) + 1 FROM activity_type), 1)`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [
    { type: 'setting.created', setting: 'activity_type', name },
  ])
  return id
}
