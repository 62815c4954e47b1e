import type { acceptVoucherOrder as accepting } from '@timedesk/contracts/voucher-orders'
import { Refusal } from '@timedesk/contracts/refusal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { sellVoucher } from '../vouchers/sell-voucher.ts'

type Held = {
  number: number
  state: 'open' | 'accepted' | 'declined'
  customerId: string
  agreementId: string
  unit: 'minutes' | 'cases' | 'money'
  quantity: number
  price: number
  currency: string
}

/**
 * Sells what was ordered, in the same transaction: at the price that was offered, or at another. Refuses with
 * `not_found`, with `order_decided`, and with whatever the sale refuses.
 */
export async function acceptVoucherOrder(
  tx: Tx,
  context: Context<StaffActor>,
  { orderId, price, ...terms }: { orderId: string } & z.output<typeof accepting.body>,
): Promise<void> {
  const order = await holdOrder(tx, orderId)
  const { agreementId, unit, quantity, currency } = order
  const offered = toWire({ minor: order.price, currency })
  const sale = {
    agreementId,
    unit,
    quantity,
    price: price ?? offered,
    vatTiming: 'sale',
    remarks: '',
    ...terms,
  } as const
  const voucherId = await sellVoucher(tx, context, sale)
  await decide(tx, context, orderId, { verdict: 'accepted', voucherId, reason: '' })
  await tell(tx, context, order, 'accepted', '')
}

/** Declines it, with a reason that the contact reads. Refuses with `not_found`, and with `order_decided`. */
export async function declineVoucherOrder(
  tx: Tx,
  context: Context<StaffActor>,
  { orderId, reason }: { orderId: string; reason: string },
): Promise<void> {
  const order = await holdOrder(tx, orderId)
  await decide(tx, context, orderId, { verdict: 'declined', voucherId: null, reason })
  await tell(tx, context, order, 'declined', reason)
}

/** The customer first, as everybody does who sells. */
async function holdOrder(tx: Tx, id: string): Promise<Held> {
  await tx.rows(
    Prisma.sql`SELECT 1 FROM customer WHERE id = (SELECT customer_id FROM voucher_order WHERE id = ${id}::uuid) FOR UPDATE`,
  )
  const [held] =
    await tx.rows<Held>(Prisma.sql`SELECT o.number, o.state, o.customer_id AS "customerId", o.agreement_id AS "agreementId",
      o.unit, o.quantity::float8 AS quantity, o.price::float8 AS price, o.currency
    FROM voucher_order o WHERE o.id = ${id}::uuid FOR UPDATE`)
  if (held === undefined) throw new Refusal('not_found')
  if (held.state !== 'open') throw new Refusal('order_decided')
  return held
}

type Decided = { verdict: 'accepted' | 'declined'; voucherId: string | null; reason: string }

async function decide(
  tx: Tx,
  { actor, now }: Context<StaffActor>,
  orderId: string,
  { verdict, voucherId, reason }: Decided,
): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE voucher_order SET state = ${verdict}, voucher_id = ${voucherId}::uuid, reason = ${reason},
      decided_by_name = ${actor.name}, decided_at = ${now}, version = version + 1 WHERE id = ${orderId}::uuid`)
}

function tell(
  tx: Tx,
  context: Context<StaffActor>,
  { agreementId, customerId, number }: Held,
  verdict: Decided['verdict'],
  reason: string,
): Promise<void> {
  return appendEvents(tx, context, { kind: 'agreement', id: agreementId, customerId }, [
    { type: 'voucher.order_decided', name: String(number), verdict, reason },
  ])
}
