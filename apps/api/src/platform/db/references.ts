import { Prisma } from '@timedesk/prisma/client'
import { refusedReference } from '../http/refused-reference.ts'
import type { Tx } from './database.ts'

const tables = {
  department: Prisma.sql`department`,
  employee: Prisma.sql`employee`,
  customer: Prisma.sql`customer`,
  case_type: Prisma.sql`case_type`,
  priority: Prisma.sql`priority`,
  checklist_template: Prisma.sql`checklist_template`,
  case_template: Prisma.sql`case_template`,
  price_class: Prisma.sql`price_class`,
  rate_card: Prisma.sql`rate_card`,
  service_calendar: Prisma.sql`service_calendar`,
  workflow: Prisma.sql`workflow`,
} as const

/**
 * The name of a thing that a request refers to; it has to exist, to be active, and to stay so until the transaction
 * ends. Refuses with `reference_refused` at `pointer`.
 */
export async function requireActive(
  tx: Tx,
  kind: keyof typeof tables,
  id: string,
  pointer: `/body/${string}`,
): Promise<string> {
  const [row] = await tx.rows<{ name: string; isActive: boolean }>(
    Prisma.sql`SELECT name, is_active AS "isActive" FROM ${tables[kind]} WHERE id = ${id}::uuid FOR SHARE`,
  )
  if (row?.isActive === true) return row.name
  const message = `The ${kind.replace('_', ' ')} does not exist or is not active.`
  throw refusedReference(pointer, message)
}

/**
 * Which reference an update leaves: the present one when nothing is said, none for null, else one that has to be
 * active. Naming the present one again is fine, active or not.
 */
export async function chooseReference(
  tx: Tx,
  kind: keyof typeof tables,
  wanted: string | null | undefined,
  current: { id: string; name: string } | null,
  pointer: `/body/${string}`,
): Promise<{ id: string; name: string } | null> {
  if (wanted === undefined || wanted === current?.id) return current
  return wanted === null ? null : { id: wanted, name: await requireActive(tx, kind, wanted, pointer) }
}
