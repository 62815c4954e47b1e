import type { changeSubscriptionPrice as contract } from '@timedesk/contracts/subscription-prices'
import { Refusal } from '@timedesk/contracts/refusal'
import type { LinePrice } from '@timedesk/domain/subscriptions/price'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { chargePeriods } from './charge-periods.ts'
import { holdLine, isOver, pricesAround, type HeldLine } from './hold-line.ts'
import { readUnitPrice, requireAmount } from './read-unit-price.ts'
import { storePrice } from './store-price.ts'

type Wanted = z.output<typeof contract.body>

/**
 * Changes price or quantity of a line from a day on. A quantity that rises within a period is charged for the rest of
 * it (R35); everything else counts from the next period (R37). A quantity also holds for prices that were planned
 * already. Refuses a line that has ended, a day outside of it, a day that has a price, and what later prices forbid.
 */
export async function changeSubscriptionPrice(
  tx: Tx,
  context: Context,
  { lineId, validFrom, reason, ...wanted }: { lineId: string } & Wanted,
): Promise<void> {
  const held = await holdLine(tx, lineId, context.now)
  const { currency, state, today } = held.agreement
  const { before, later } = requirePlace(held, validFrom)
  const after = { validFrom, ...changed(before, wanted, currency) }
  if (after.quantity === before.quantity && after.unitPrice === before.unitPrice)
    throw new Refusal('movement_refused', { detail: 'This is what it costs already.' })
  if (later.length > 0) await carryOn(tx, held, { before, after, later })
  await storePrice(tx, context, held, { before, price: { ...after, kind: 'changed', reason } })
  if (state === 'active') await chargePeriods(tx, context, { lineId, today })
}

/**
 * The price that a new one follows, and those that were planned for later. Refuses a line that has ended, a day outside
 * of it, and a day on which a price begins already.
 */
export function requirePlace(held: HeldLine, validFrom: string): { before: LinePrice; later: LinePrice[] } {
  const { line } = held
  if (isOver(held)) throw new Refusal('movement_refused', { detail: 'The line has ended.' })
  const { before, sameDay, later } = pricesAround(line, validFrom)
  if (sameDay !== null) throw new Refusal('conflict', { detail: 'A price begins on this day already.' })
  if (before === null || (line.ownEnd !== null && validFrom > line.ownEnd))
    throw new Refusal('movement_refused', { detail: 'The day lies outside of the line.' })
  return { before, later }
}

function changed(
  before: LinePrice,
  { quantity = before.quantity, unitPrice }: Omit<Wanted, 'validFrom' | 'reason'>,
  currency: string,
) {
  if (unitPrice !== undefined) return { quantity, unitPrice: readUnitPrice(unitPrice, { currency, quantity }) }
  requireAmount(before.unitPrice, quantity)
  return { quantity, unitPrice: before.unitPrice }
}

/** A quantity holds for the prices that were planned with the old one; anything else about them has been decided. */
async function carryOn(
  tx: Tx,
  { line, agreement }: HeldLine,
  { before, after, later }: { before: LinePrice; after: LinePrice; later: LinePrice[] },
): Promise<void> {
  const isPlanned = later.every(
    ({ validFrom, quantity }) => validFrom > agreement.today && quantity === before.quantity,
  )
  if (after.unitPrice !== before.unitPrice || !isPlanned)
    throw new Refusal('movement_refused', { detail: 'A later price has been decided already.' })
  for (const { unitPrice } of later) requireAmount(unitPrice, after.quantity)
  await tx.rows(Prisma.sql`UPDATE subscription_price SET quantity = ${after.quantity}
    WHERE line_id = ${line.id}::uuid AND valid_from > ${after.validFrom}::date`)
}
