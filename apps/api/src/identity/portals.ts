import { Prisma } from '@timedesk/prisma/client'
import type { Language } from '@timedesk/contracts/primitives'
import type { Reader } from '../platform/db/database.ts'
import type { Subject } from '../platform/events/append-events.ts'
import type { Audience } from '../platform/access/access-tokens.ts'

/**
 * One of the two ways in. Staff and contacts have tables of their own for people, sessions and secrets; what is done
 * with them is the same.
 */
export type Portal = {
  audience: Audience
  personKind: 'employee' | 'contact'
  /** Everybody who may have an account here; `is_active` is false for contacts of an inactive customer too. */
  accounts: Prisma.Sql
  people: Prisma.Sql
  sessions: Prisma.Sql
  secrets: Prisma.Sql
  /** The column of sessions and secrets that names the person. */
  person: Prisma.Sql
}

export const desk: Portal = {
  audience: 'desk',
  personKind: 'employee',
  accounts: Prisma.sql`(SELECT id, name, email, language, password_hash, is_active, NULL::uuid AS customer_id FROM employee)`,
  people: Prisma.sql`employee`,
  sessions: Prisma.sql`staff_session`,
  secrets: Prisma.sql`staff_secret`,
  person: Prisma.sql`employee_id`,
}

export const extranet: Portal = {
  audience: 'extranet',
  personKind: 'contact',
  accounts: Prisma.sql`(SELECT p.id, p.name, p.email, p.language, p.password_hash, p.is_active AND c.is_active AS is_active, p.customer_id
    FROM contact p JOIN customer c ON c.id = p.customer_id)`,
  people: Prisma.sql`contact`,
  sessions: Prisma.sql`contact_session`,
  secrets: Prisma.sql`contact_secret`,
  person: Prisma.sql`contact_id`,
}

/** Somebody who has an account, as history names them. */
export type Person = {
  id: string
  name: string
  /** Null for staff. */
  customerId: string | null
}

export type Account = Person & {
  email: string
  language: Language
  passwordHash: string | null
  isActive: boolean
}

const columns = Prisma.sql`a.id, a.name, a.email, a.language, a.password_hash AS "passwordHash", a.is_active AS "isActive", a.customer_id AS "customerId"`

/** The account of an address; null without. */
export async function findAccountByEmail(reader: Reader, portal: Portal, email: string): Promise<Account | null> {
  const [row] = await reader.rows<Account>(
    Prisma.sql`SELECT ${columns} FROM ${portal.accounts} a WHERE a.email = ${email}`,
  )
  return row ?? null
}

/** The account of a person; null without. */
export async function findAccount(reader: Reader, portal: Portal, id: string): Promise<Account | null> {
  const [row] = await reader.rows<Account>(
    Prisma.sql`SELECT ${columns} FROM ${portal.accounts} a WHERE a.id = ${id}::uuid`,
  )
  return row ?? null
}

/** The person as the subject of an event. */
export function subjectOf({ personKind }: Portal, { id, customerId }: Person): Subject {
  return { kind: personKind, id, ...(customerId !== null && { customerId }) }
}
