import { Prisma } from '@timedesk/prisma/client'
import type { TestServer } from './harness.ts'

/** What the database itself holds to be broken: nothing, after any test. */
export async function integrityViolations({ database }: TestServer): Promise<{ kind: string; subject: string }[]> {
  return database.reader.rows(Prisma.sql`SELECT kind, subject FROM integrity_violations`)
}
