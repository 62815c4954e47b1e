import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from './database.ts'

/** How many rows `FROM … WHERE …` finds. */
export async function countRows(reader: Reader, from: Prisma.Sql): Promise<number> {
  const [row] = await reader.rows<{ total: number }>(Prisma.sql`SELECT count(*)::int AS total ${from}`)
  return row?.total ?? 0
}
