import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** The day that it is at the company at a moment, `YYYY-MM-DD`. */
export async function companyDay(reader: Reader, now: Date): Promise<string> {
  const [row] = await reader.rows<{ day: string }>(Prisma.sql`SELECT ${dayAt(now)}::text AS day FROM company co`)
  if (row === undefined) throw new Error('The database has no company')
  return row.day
}

/** The same in SQL, as a date, where company `co` is at hand. */
export function dayAt(now: Date): Prisma.Sql {
  return Prisma.sql`(${now}::timestamptz AT TIME ZONE co.time_zone)::date`
}
