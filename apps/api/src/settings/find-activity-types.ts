import { Refusal } from '@timedesk/contracts/refusal'
import type { ActivityType } from '@timedesk/contracts/settings'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** How many activity types there may be; all of them are one answer. */
export const ACTIVITY_TYPES_MAX = 200

const columns = Prisma.sql`id, name, is_billable AS "isBillable", position, is_active AS "isActive", version`

/** All activity types, in their order. */
export async function findActivityTypes(reader: Reader): Promise<ActivityType[]> {
  return reader.rows<ActivityType>(
    Prisma.sql`SELECT ${columns} FROM activity_type ORDER BY position, name, id LIMIT ${ACTIVITY_TYPES_MAX}`,
  )
}

/** One activity type, locked if it is going to be changed. Refuses with `not_found`. */
export async function findActivityType(reader: Reader, id: string, lock?: 'for update'): Promise<ActivityType> {
  const ending = lock === undefined ? Prisma.empty : Prisma.sql`FOR UPDATE`
  const [row] = await reader.rows<ActivityType>(
    Prisma.sql`SELECT ${columns} FROM activity_type WHERE id = ${id}::uuid ${ending}`,
  )
  if (row === undefined) throw new Refusal('not_found')
  return row
}
