import type { LinePrice } from '@timedesk/domain/subscriptions/price'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { priceText } from '../../platform/read-rate.ts'
import type { HeldLine } from './hold-line.ts'

/** Both values of an index in thousandths, and their months (R37). */
export type StoredIndex = { base: number; baseMonth: string; now: number; nowMonth: string }

type NewPrice = LinePrice & { kind: 'changed' | 'indexed'; reason: string; index?: StoredIndex }

/** Gives a line another price from a day on, and tells of it. */
export async function storePrice(
  tx: Tx,
  context: Context,
  { line, agreement }: HeldLine,
  { before, price }: { before: LinePrice; price: NewPrice },
): Promise<void> {
  const { customerId, currency } = agreement
  const { validFrom, quantity, unitPrice, kind, reason, index } = price
  await tx.rows(Prisma.sql`WITH line AS (UPDATE subscription_line SET version = version + 1 WHERE id = ${line.id}::uuid)
    INSERT INTO subscription_price (id, customer_id, line_id, valid_from, quantity, unit_price, kind, index_base, index_base_month,
      index_now, index_now_month, reason, created_by_name, created_at)
    VALUES (${context.newId()}::uuid, ${customerId}::uuid, ${line.id}::uuid, ${validFrom}::date, ${quantity}, ${unitPrice}, ${kind},
      ${index?.base ?? null}, ${index?.baseMonth ?? null}, ${index?.now ?? null}, ${index?.nowMonth ?? null}, ${reason},
      ${context.actor.name}, ${context.now})`)
  const shownOf = (given: LinePrice) => ({ quantity: given.quantity, unitPrice: priceText(given.unitPrice, currency) })
  const changes = changesBetween(shownOf(before), shownOf(price))
  await appendEvents(tx, context, { kind: 'agreement', id: agreement.id, customerId }, [
    { type: 'subscription.price_changed', name: line.description, kind, validFrom, changes, reason },
  ])
}
