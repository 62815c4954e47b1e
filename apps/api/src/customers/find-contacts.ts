import type { Contact, listContacts } from '@timedesk/contracts/contacts'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { containing } from '../platform/db/containing.ts'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'

type Row = Omit<Contact, 'lastSignedInAt'> & { lastSignedInAt: Date | null }

const selection = Prisma.sql`
  SELECT p.id, json_build_object('id', c.id, 'name', c.name) AS customer, p.name, p.email, p.phone, p.title, p.role,
         p.sees_all_cases AS "seesAllCases", p.language, p.is_active AS "isActive", p.password_hash IS NOT NULL AS "hasPassword",
         p.last_signed_in_at AS "lastSignedInAt", p.version
    FROM contact p JOIN customer c ON c.id = p.customer_id`

/** A page of contacts, by name. */
export async function findContacts(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listContacts.query>,
): Promise<Page<Contact>> {
  const binding = bindingOf('contacts', query)
  const after = paging.keyAfter(binding, query)
  const filter = filterOf(query)
  const behind = after === null ? Prisma.empty : Prisma.sql`AND (p.name, p.id) > (${after[0]}, ${after[1]}::uuid)`
  const rows = await reader.rows<Row>(
    Prisma.sql`${selection} WHERE ${filter} ${behind} ORDER BY p.name, p.id LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(binding, query, rows, (row) => [row.name, row.id], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM contact p WHERE ${filter}`))
}

/** One contact. Refuses with `not_found`. */
export async function findContact(reader: Reader, id: string): Promise<Contact> {
  const [row] = await reader.rows<Row>(Prisma.sql`${selection} WHERE p.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(row)
}

function filterOf({ search, isActive, customerId }: z.output<typeof listContacts.query>): Prisma.Sql {
  const conditions = [Prisma.sql`true`]
  if (search !== undefined) {
    const pattern = containing(search)
    conditions.push(Prisma.sql`(p.name ILIKE ${pattern} OR p.email ILIKE ${pattern})`)
  }
  if (isActive !== undefined) conditions.push(Prisma.sql`p.is_active = ${isActive}`)
  if (customerId !== undefined) conditions.push(Prisma.sql`p.customer_id = ${customerId}::uuid`)
  return Prisma.join(conditions, ' AND ')
}

function present({ lastSignedInAt, ...row }: Row): Contact {
  return { ...row, lastSignedInAt: lastSignedInAt?.toISOString() ?? null }
}
