import { Refusal } from '@timedesk/contracts/refusal'
import type { ActivityType } from '@timedesk/contracts/settings'
import { factorText, type Permille } from '@timedesk/domain/money/factor'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader, Tx } from '../platform/db/database.ts'

/** How many activity types there may be; all of them are one answer. */
export const ACTIVITY_TYPES_MAX = 200

/** A kind of work as it is stored: its price in minor units of the company's currency. */
export type ActivityTypeRow = Omit<ActivityType, 'factor' | 'fixedRate'> & {
  factor: Permille
  fixedRate: number | null
  currency: string
}

const selection = Prisma.sql`
  SELECT t.id, t.name, t.is_billable AS "isBillable", t.factor, t.fixed_rate AS "fixedRate", t.minimum_minutes AS "minimumMinutes",
         t.vat_category AS "vatCategory", t.position, t.is_active AS "isActive", t.version, co.currency
    FROM activity_type t CROSS JOIN company co`

/** All activity types, in their order. */
export async function findActivityTypes(reader: Reader): Promise<ActivityType[]> {
  const rows = await reader.rows<ActivityTypeRow>(
    Prisma.sql`${selection} ORDER BY t.position, t.name, t.id LIMIT ${ACTIVITY_TYPES_MAX}`,
  )
  return rows.map(present)
}

/** One activity type. Refuses with `not_found`. */
export async function findActivityType(reader: Reader, id: string): Promise<ActivityType> {
  const [row] = await reader.rows<ActivityTypeRow>(Prisma.sql`${selection} WHERE t.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(row)
}

/** One activity type, held for a change. Refuses with `not_found`. */
export async function lockActivityType(tx: Tx, id: string): Promise<ActivityTypeRow> {
  const [row] = await tx.rows<ActivityTypeRow>(Prisma.sql`${selection} WHERE t.id = ${id}::uuid FOR UPDATE OF t`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

function present({ factor, fixedRate, currency, ...row }: ActivityTypeRow): ActivityType {
  return {
    ...row,
    factor: factorText(factor),
    fixedRate: fixedRate === null ? null : toWire({ minor: fixedRate, currency }),
  }
}
