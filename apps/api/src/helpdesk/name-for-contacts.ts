import type { ActorKind } from '@timedesk/contracts/events'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/**
 * Whom contacts read as having done something. Rules, jobs and imports act under names that are for us: to contacts it
 * was the company.
 */
export function nameForContacts(kind: ActorKind, name: string, companyName: string): string {
  return kind === 'system' || kind === 'import' ? companyName : name
}

/** The same of a public message, whose author of before an import is known by name. */
export function authorForContacts(kind: ActorKind, name: string, companyName: string): string {
  return kind === 'import' ? name : nameForContacts(kind, name, companyName)
}

export async function findCompanyName(reader: Reader): Promise<string> {
  const [company] = await reader.rows<{ name: string }>(Prisma.sql`SELECT name FROM company`)
  return company?.name ?? ''
}
