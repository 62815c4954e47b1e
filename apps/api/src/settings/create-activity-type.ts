import { Refusal } from '@timedesk/contracts/refusal'
import type { createActivityType as contract } from '@timedesk/contracts/settings'
import { readFactor } from '@timedesk/domain/money/factor'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { readRate } from '../platform/read-rate.ts'
import { ACTIVITY_TYPES_MAX } from './find-activity-types.ts'

/** The unique rule of an activity type. */
export const takenActivityTypeFields = { activity_type_name_key: '/body/name' } as const

/**
 * Creates a kind of work; billable, priced as found and last unless said otherwise. Refuses a name that is taken, and
 * a price in another currency than the company's.
 */
export async function createActivityType(
  tx: Tx,
  context: Context,
  wanted: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  const { name, isBillable = true, minimumMinutes = 0, vatCategory = 'standard', position } = wanted
  const factor = readFactor(wanted.factor ?? '1', '/body/factor')
  if ((await tx.activityType.count()) >= ACTIVITY_TYPES_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(ACTIVITY_TYPES_MAX)} activity types at most.` })
  const { currency } = await tx.company.findUniqueOrThrow({ where: { id: 1 } })
  const fixedRate = readRate(wanted.fixedRate ?? null, currency, '/body/fixedRate')
  await refuseTaken(takenActivityTypeFields, () =>
    tx.rows(Prisma.sql`
      INSERT INTO activity_type (id, name, is_billable, factor, fixed_rate, minimum_minutes, vat_category, position)
      SELECT ${id}::uuid, ${name}, ${isBillable}, ${factor}, ${fixedRate}, ${minimumMinutes}, ${vatCategory},
             coalesce(${position ?? null}::int, (SELECT max(position) + 1 FROM activity_type), 1)`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [
    { type: 'setting.created', setting: 'activity_type', name },
  ])
  return id
}
