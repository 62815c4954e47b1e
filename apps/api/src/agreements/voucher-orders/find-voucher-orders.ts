import type { listVoucherOrders, VoucherOrder } from '@timedesk/contracts/voucher-orders'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../../platform/db/count-rows.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'
import { presentVoucherOrder, type VoucherOrderRow } from './present-voucher-order.ts'

/** Orders `o`. */
const selection = Prisma.sql`SELECT o.id, o.number, o.state, json_build_object('id', cu.id, 'name', cu.name) AS customer,
    json_build_object('id', a.id, 'name', a.heading) AS agreement, o.contact_name AS "orderedBy", o.unit, o.quantity::float8 AS quantity,
    o.price::float8 AS price, o.currency, o.message, o.created_at AS "createdAt", o.reason, o.decided_by_name AS "decidedByName",
    o.decided_at AS "decidedAt", o.version,
    CASE WHEN pool.id IS NULL THEN NULL ELSE json_build_object('id', pool.id, 'name', pool.name) END AS voucher
  FROM voucher_order o
  JOIN customer cu ON cu.id = o.customer_id
  JOIN agreement a ON a.id = o.agreement_id
  LEFT JOIN cover_pool pool ON pool.id = o.voucher_id`

/** A page of what contacts ordered: what waits oldest first, what is decided latest first. */
export async function findVoucherOrders(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listVoucherOrders.query>,
): Promise<Page<VoucherOrder>> {
  const binding = bindingOf('voucher-orders', query)
  const after = paging.keyAfter(binding, query)
  const isOpen = query.state === 'open'
  const ofCustomer =
    query.customerId === undefined ? Prisma.sql`true` : Prisma.sql`o.customer_id = ${query.customerId}::uuid`
  const matching = Prisma.sql`o.state = ${query.state} AND ${ofCustomer}`
  const beyond =
    after === null ? Prisma.sql`true` : Prisma.sql`o.number ${Prisma.raw(isOpen ? '>' : '<')} ${after[0]}::int`
  const order = isOpen ? Prisma.sql`o.number` : Prisma.sql`o.number DESC`
  const rows = await reader.rows<VoucherOrderRow>(
    Prisma.sql`${selection} WHERE ${matching} AND ${beyond} ORDER BY ${order} LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(binding, query, rows, (row) => [row.number], presentVoucherOrder)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM voucher_order o WHERE ${matching}`))
}

/** One of them. Refuses with `not_found`. */
export async function findVoucherOrder(reader: Reader, id: string): Promise<VoucherOrder> {
  const [row] = await reader.rows<VoucherOrderRow>(Prisma.sql`${selection} WHERE o.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return presentVoucherOrder(row)
}
