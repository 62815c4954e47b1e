import type { AgreementSummary, listAgreements } from '@timedesk/contracts/agreements'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { containing } from '../platform/db/containing.ts'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { findBalances } from './find-balances.ts'

/** What a list shows of an agreement, as it is stored. */
export type SummaryRow = Omit<AgreementSummary, 'customer' | 'owner' | 'ratePerHour' | 'balance'> & {
  customerId: string
  customerName: string
  ownerId: string | null
  ownerName: string | null
  ratePerHour: number | null
}

/** The columns of a summary, of agreement `a`, customer `cu` and owner `o`. */
export const summaryColumns = Prisma.sql`a.id, a.number, a.customer_id AS "customerId", cu.name AS "customerName", a.heading, a.settlement,
  a.state, a.valid_from::text AS "validFrom", a.valid_to::text AS "validTo", a.currency, a.rate_per_hour AS "ratePerHour",
  a.increment_minutes AS "incrementMinutes", a.minimum_minutes AS "minimumMinutes", a.owner_id AS "ownerId", o.name AS "ownerName", a.version`

/** Where they come from. */
export const summaryTables = Prisma.sql`agreement a JOIN customer cu ON cu.id = a.customer_id LEFT JOIN employee o ON o.id = a.owner_id`

/** A page of agreements with what is left of them today, newest first. */
export async function findAgreements(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listAgreements.query>,
  now: Date,
): Promise<Page<AgreementSummary>> {
  const binding = bindingOf('agreements', query)
  const after = paging.keyAfter(binding, query)
  const filters = [Prisma.sql`true`]
  if (query.search !== undefined) {
    const pattern = containing(query.search)
    filters.push(Prisma.sql`(a.heading ILIKE ${pattern} OR a.number::text ILIKE ${pattern}
      OR a.customer_id IN (SELECT id FROM customer WHERE name ILIKE ${pattern}))`)
  }
  if (query.customerId !== undefined) filters.push(Prisma.sql`a.customer_id = ${query.customerId}::uuid`)
  if (query.state !== undefined) filters.push(Prisma.sql`a.state = ${query.state}`)
  if (query.settlement !== undefined) filters.push(Prisma.sql`a.settlement = ${query.settlement}`)
  const matching = Prisma.join(filters, ' AND ')
  const beyond = after === null ? Prisma.sql`true` : Prisma.sql`a.number < ${after[0]}::int`
  const rows = await reader.rows<SummaryRow>(Prisma.sql`SELECT ${summaryColumns} FROM ${summaryTables}
    WHERE ${matching} AND ${beyond} ORDER BY a.number DESC LIMIT ${query.limit + 1}`)
  const ids = rows.map(({ id }) => id)
  const balances = await findBalances(reader, ids, now)
  const present = (row: SummaryRow) => presentSummary(row, balances.get(row.id) ?? null)
  const page = paging.cut(binding, query, rows, (row) => [row.number], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM agreement a WHERE ${matching}`))
}

/** An agreement as a list shows it. */
export function presentSummary(row: SummaryRow, balance: AgreementSummary['balance']): AgreementSummary {
  const { customerId, customerName, ownerId, ownerName, ratePerHour, ...summary } = row
  return {
    ...summary,
    customer: { id: customerId, name: customerName },
    ratePerHour: ratePerHour === null ? null : toWire({ minor: ratePerHour, currency: row.currency }),
    owner: ownerId === null || ownerName === null ? null : { id: ownerId, name: ownerName },
    balance,
  }
}
