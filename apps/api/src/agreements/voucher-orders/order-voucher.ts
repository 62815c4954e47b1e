import type { extranetOrderVoucher as contract } from '@timedesk/contracts/voucher-orders'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { ContactActor, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { priceText } from '../../platform/read-rate.ts'
import { findOffers } from './find-own-voucher-orders.ts'

/**
 * Orders a further voucher of a size and at the price that is offered, which the order keeps; somebody of the supplier
 * sells it or says why not. Resolves with the order's id. Refuses with `not_found`, with `settlement_refused` under an
 * agreement that is settled in another way, and with `offer_unknown` what is not offered.
 */
export async function orderVoucher(
  tx: Tx,
  context: Context<ContactActor>,
  { agreementId, unit, quantity, message }: { agreementId: string } & z.output<typeof contract.body>,
): Promise<string> {
  const { actor, now, newId } = context
  const { customerId } = actor
  const [agreement] = await tx.rows<{ settlement: string }>(
    Prisma.sql`SELECT a.settlement FROM agreement a WHERE a.id = ${agreementId}::uuid AND a.state <> 'draft'`,
  )
  if (agreement === undefined) throw new Refusal('not_found')
  if (agreement.settlement !== 'voucher') throw new Refusal('settlement_refused')
  const offers = await findOffers(tx, agreementId)
  const offer = offers.find((offered) => offered.unit === unit && offered.quantity === quantity)
  if (offer === undefined) throw new Refusal('offer_unknown')
  const { price, currency } = offer
  const id = newId()
  const [order] = await tx.rows<{
    number: number
  }>(Prisma.sql`INSERT INTO voucher_order (id, customer_id, agreement_id, contact_id,
      contact_name, unit, quantity, price, currency, message, created_at)
    VALUES (${id}::uuid, ${customerId}::uuid, ${agreementId}::uuid, ${actor.id}::uuid, ${actor.name}, ${unit}, ${quantity}::bigint,
      ${price}::bigint, ${currency}, ${message}, ${now}) RETURNING number`)
  await appendEvents(tx, context, { kind: 'agreement', id: agreementId, customerId }, [
    { type: 'voucher.ordered', name: String(order?.number), unit, quantity, price: priceText(price, currency) },
  ])
  return id
}
