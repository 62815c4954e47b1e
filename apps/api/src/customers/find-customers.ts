import type { Customer, CustomerSummary, listCustomers } from '@timedesk/contracts/customers'
import { Refusal } from '@timedesk/contracts/refusal'
import { percentText } from '@timedesk/domain/money/decimal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { containing } from '../platform/db/containing.ts'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { invoicingColumns } from './invoicing-terms.ts'

type Row = Omit<Customer, 'ratePerHour' | 'createdAt' | 'discountPercent'> & {
  /** Minor units. */
  ratePerHour: number | null
  discountBasisPoints: number
  createdAt: Date
}

const summary = Prisma.sql`c.id, c.number, c.name, c.is_active AS "isActive",
  (SELECT count(*)::int FROM support_case s WHERE s.customer_id = c.id
      AND s.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')) AS "activeCases",
  CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object('id', m.id, 'name', m.name) END AS "accountManager"`
const source = Prisma.sql`customer c LEFT JOIN employee m ON m.id = c.account_manager_id`

/** A page of customers, by name. */
export async function findCustomers(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listCustomers.query>,
): Promise<Page<CustomerSummary>> {
  const binding = bindingOf('customers', query)
  const after = paging.keyAfter(binding, query)
  const filter = filterOf(query)
  const behind = after === null ? Prisma.empty : Prisma.sql`AND (c.name, c.id) > (${after[0]}, ${after[1]}::uuid)`
  const rows = await reader.rows<CustomerSummary>(
    Prisma.sql`SELECT ${summary} FROM ${source} WHERE ${filter} ${behind} ORDER BY c.name, c.id LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.name, row.id],
    (row) => row,
  )
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM customer c WHERE ${filter}`))
}

/** One customer. Refuses with `not_found`. */
export async function findCustomer(reader: Reader, id: string): Promise<Customer> {
  const [row] = await reader.rows<Row>(Prisma.sql`
    SELECT ${summary}, c.address, c.country_code AS "countryCode", c.vat_id AS "vatId", c.phone, c.website, c.currency, c.language,
           c.rate_per_hour AS "ratePerHour", c.cover_order AS "coverOrder", c.requires_po AS "requiresPo", c.shows_time AS "showsTime",
           c.shows_balances AS "showsBalances", c.shows_money AS "showsMoney", c.remarks, ${invoicingColumns}, c.version, c.created_at AS "createdAt"
      FROM ${source} WHERE c.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  const { ratePerHour: minor, createdAt, discountBasisPoints, ...customer } = row
  const ratePerHour = minor === null ? null : toWire({ minor, currency: customer.currency })
  const discountPercent = percentText(discountBasisPoints)
  return { ...customer, ratePerHour, discountPercent, createdAt: createdAt.toISOString() }
}

function filterOf({ search, isActive }: z.output<typeof listCustomers.query>): Prisma.Sql {
  const conditions = [Prisma.sql`true`]
  if (search !== undefined) {
    const pattern = containing(search)
    conditions.push(Prisma.sql`(c.name ILIKE ${pattern} OR c.number::text ILIKE ${pattern})`)
  }
  if (isActive !== undefined) conditions.push(Prisma.sql`c.is_active = ${isActive}`)
  return Prisma.join(conditions, ' AND ')
}
