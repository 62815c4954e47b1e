import type { Agreement, listAgreements } from '@timedesk/contracts/agreements'
import { Refusal } from '@timedesk/contracts/refusal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'

type Row = Omit<Agreement, 'customer' | 'owner' | 'ratePerHour'> & {
  customerId: string
  customerName: string
  ownerId: string | null
  ownerName: string | null
  ratePerHour: number | null
}

const selection = Prisma.sql`SELECT a.id, a.number, a.customer_id AS "customerId", cu.name AS "customerName", a.heading, a.terms,
    a.settlement, a.state, a.valid_from::text AS "validFrom", a.valid_to::text AS "validTo", a.currency,
    a.rate_per_hour AS "ratePerHour", a.increment_minutes AS "incrementMinutes", a.minimum_minutes AS "minimumMinutes",
    a.owner_id AS "ownerId", o.name AS "ownerName", a.po_number AS "poNumber", a.version
  FROM agreement a JOIN customer cu ON cu.id = a.customer_id LEFT JOIN employee o ON o.id = a.owner_id`

/** A page of agreements, newest first. */
export async function findAgreements(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listAgreements.query>,
): Promise<Page<Agreement>> {
  const binding = bindingOf('agreements', query)
  const after = paging.keyAfter(binding, query)
  const filters = [Prisma.sql`true`]
  if (query.customerId !== undefined) filters.push(Prisma.sql`a.customer_id = ${query.customerId}::uuid`)
  if (query.state !== undefined) filters.push(Prisma.sql`a.state = ${query.state}`)
  const matching = Prisma.join(filters, ' AND ')
  const beyond = after === null ? Prisma.sql`true` : Prisma.sql`a.number < ${after[0]}::int`
  const rows = await reader.rows<Row>(
    Prisma.sql`${selection} WHERE ${matching} AND ${beyond} ORDER BY a.number DESC LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(binding, query, rows, (row) => [row.number], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM agreement a WHERE ${matching}`))
}

/** One agreement. Refuses with `not_found`. */
export async function findAgreement(reader: Reader, id: string): Promise<Agreement> {
  const [row] = await reader.rows<Row>(Prisma.sql`${selection} WHERE a.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(row)
}

function present({ customerId, customerName, ownerId, ownerName, ratePerHour, ...row }: Row): Agreement {
  return {
    ...row,
    customer: { id: customerId, name: customerName },
    ratePerHour: ratePerHour === null ? null : toWire({ minor: ratePerHour, currency: row.currency }),
    owner: ownerId === null || ownerName === null ? null : { id: ownerId, name: ownerName },
  }
}
