import type { ExtranetVoucherOrder, VoucherOffer } from '@timedesk/contracts/voucher-orders'
import { Refusal } from '@timedesk/contracts/refusal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../../platform/db/database.ts'
import { presentVoucherOrder, type ExtranetVoucherOrderRow } from './present-voucher-order.ts'

const ORDERS_SHOWN = 50
const OFFERS_SHOWN = 5

export type Offer = { unit: 'minutes' | 'cases' | 'money'; quantity: number; price: number; currency: string }

/** The orders of the contact's customer under an agreement, latest first, with what can be ordered. Refuses with `not_found`. */
export async function findOwnVoucherOrders(
  reader: Reader,
  agreementId: string,
): Promise<{ data: ExtranetVoucherOrder[]; offers: z.infer<typeof VoucherOffer>[] }> {
  const known = await reader.rows(
    Prisma.sql`SELECT 1 FROM agreement a WHERE a.id = ${agreementId}::uuid AND a.state <> 'draft'`,
  )
  if (known.length === 0) throw new Refusal('not_found')
  const rows = await reader.rows<ExtranetVoucherOrderRow>(
    Prisma.sql`${selection} WHERE o.agreement_id = ${agreementId}::uuid ORDER BY o.number DESC LIMIT ${ORDERS_SHOWN}`,
  )
  const offers = await findOffers(reader, agreementId)
  return {
    data: rows.map(presentVoucherOrder),
    offers: offers.map(({ price, currency, ...offer }) => ({ ...offer, price: toWire({ minor: price, currency }) })),
  }
}

/** One of them. */
export async function findOwnVoucherOrder(reader: Reader, id: string): Promise<ExtranetVoucherOrder> {
  const [row] = await reader.rows<ExtranetVoucherOrderRow>(Prisma.sql`${selection} WHERE o.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return presentVoucherOrder(row)
}

/** What the database offers to a manager: each size as it was sold last, the latest sale first. Nobody else is offered any. */
export function findOffers(reader: Reader, agreementId: string): Promise<Offer[]> {
  return reader.rows<Offer>(Prisma.sql`SELECT f.unit, f.quantity::float8 AS quantity, f.price::float8 AS price, f.currency
    FROM extranet_voucher_offer f WHERE f.agreement_id = ${agreementId}::uuid ORDER BY f.sold_as DESC LIMIT ${OFFERS_SHOWN}`)
}

/** Orders `o`, as a contact sees them. */
const selection = Prisma.sql`SELECT o.id, o.number, o.state, json_build_object('id', a.id, 'name', a.heading) AS agreement,
    o.contact_name AS "orderedBy", o.unit, o.quantity::float8 AS quantity, o.price::float8 AS price, o.currency, o.message,
    o.created_at AS "createdAt", o.reason, o.decided_at AS "decidedAt",
    CASE WHEN pool.id IS NULL THEN NULL ELSE json_build_object('id', pool.id, 'name', pool.name) END AS voucher
  FROM voucher_order o
  JOIN agreement a ON a.id = o.agreement_id
  LEFT JOIN extranet_pool pool ON pool.id = o.voucher_id`
