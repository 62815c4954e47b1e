import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** Refuses with `not_found` an agreement that does not exist. */
export async function requireAgreement(reader: Reader, id: string): Promise<void> {
  const found = await reader.rows(Prisma.sql`SELECT 1 FROM agreement WHERE id = ${id}::uuid`)
  if (found.length === 0) throw new Refusal('not_found')
}
