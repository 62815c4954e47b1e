import type { FoundContact, FoundCustomer } from '@timedesk/contracts/search'
import { highlight, type SoughtWords } from '@timedesk/domain/search/excerpt'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { anyWordsQuery, typedQuery, wordsQuery } from './words-query.ts'

type CustomerRow = Omit<FoundCustomer, 'name'> & { name: string }
type ContactRow = Omit<FoundContact, 'name' | 'email'> & { name: string; email: string }

/** Customers that have all the words in name, number, city, phone or address; those named so before others. */
export async function findFoundCustomers(
  reader: Reader,
  sought: readonly SoughtWords[],
  limit: number,
): Promise<FoundCustomer[]> {
  const matching = sought.map((one) => Prisma.sql`n.search @@ ${wordsQuery(one)}`)
  const rows =
    await reader.rows<CustomerRow>(Prisma.sql`SELECT n.id, n.number, n.name, n.city, n.is_active AS "isActive"
    FROM customer n WHERE ${Prisma.join(matching, ' AND ')}
    ORDER BY n.is_active DESC, ${namedSo(Prisma.sql`n.search`, sought)} DESC, n.name, n.id LIMIT ${limit}`)
  return rows.map(({ name, ...row }) => ({ ...row, name: highlight(name, sought) }))
}

/** Contacts that have all the words, some of them perhaps in the name of their customer. */
export async function findFoundContacts(
  reader: Reader,
  sought: readonly SoughtWords[],
  { limit, customerId }: { limit: number; customerId: string | undefined },
): Promise<FoundContact[]> {
  const matching = sought.map(
    (one) => Prisma.sql`(p.search @@ ${wordsQuery(one)} OR n.search @@ ${wordsQuery(one, 'A')})`,
  )
  if (customerId !== undefined) matching.push(Prisma.sql`p.customer_id = ${customerId}::uuid`)
  const rows =
    await reader.rows<ContactRow>(Prisma.sql`SELECT p.id, p.name, p.email, p.phone, p.is_active AS "isActive",
      json_build_object('id', n.id, 'name', n.name) AS customer
    FROM contact p JOIN customer n ON n.id = p.customer_id
    WHERE p.search @@ ${anyWordsQuery(sought)} AND ${Prisma.join(matching, ' AND ')}
    ORDER BY p.is_active DESC, ${namedSo(Prisma.sql`p.search`, sought)} DESC, p.name, p.id LIMIT ${limit}`)
  return rows.map(({ name, email, ...row }) => {
    return { ...row, name: highlight(name, sought), email: highlight(email, sought) }
  })
}

/** How many of the words stand in a name just as they were typed. */
function namedSo(column: Prisma.Sql, sought: readonly SoughtWords[]): Prisma.Sql {
  return Prisma.join(
    sought.map((one) => Prisma.sql`(${column} @@ ${typedQuery(one, 'A')})::int`),
    ' + ',
  )
}
