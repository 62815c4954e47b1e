import { Refusal } from '@timedesk/contracts/refusal'
import type { Priority } from '@timedesk/contracts/case-settings'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

const columns = Prisma.sql`id, name, level, is_default AS "isDefault", is_active AS "isActive", version`

/** All priorities, most urgent first; their levels bound how many there can be. */
export async function findPriorities(reader: Reader): Promise<Priority[]> {
  return reader.rows<Priority>(Prisma.sql`SELECT ${columns} FROM priority ORDER BY level`)
}

/** One priority. Refuses with `not_found`. */
export async function findPriority(reader: Reader, id: string): Promise<Priority> {
  const [row] = await reader.rows<Priority>(Prisma.sql`SELECT ${columns} FROM priority WHERE id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}
