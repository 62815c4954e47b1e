import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** The largest number that the database can hold for a case. */
export const CASE_NUMBER_MAX = 2_147_483_647

/** The condition that case `c` is the one of this id or number. */
export function caseKeyed(key: string): Prisma.Sql {
  if (!/^\d+$/u.test(key)) return Prisma.sql`c.id = ${key}::uuid`
  const number = Number(key)
  return number > CASE_NUMBER_MAX ? Prisma.sql`false` : Prisma.sql`c.number = ${number}`
}

/** Refuses with `not_found` a case that does not exist, or that the reader's database role may not see. */
export async function requireCase(reader: Reader, id: string): Promise<void> {
  const found = await reader.rows(Prisma.sql`SELECT 1 FROM support_case WHERE id = ${id}::uuid`)
  if (found.length === 0) throw new Refusal('not_found')
}
