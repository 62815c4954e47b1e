import { Refusal } from '@timedesk/contracts/refusal'
import { firstOpenDay } from '@timedesk/domain/time/first-open-day'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { priceText } from '../../platform/read-rate.ts'
import { refuseClosedPeriod } from '../../time/closed-period.ts'
import { holdPeriod } from '../../time/hold-period.ts'
import { activateSold } from '../posting/activate-sold.ts'
import { bookPayment } from './book-payment.ts'
import { holdOwed, type HeldOwed } from './hold-owed.ts'

/** Money that came, or went back, for a document. */
export type Payable = {
  invoiceId: string
  /** Minor units of the document's currency; asked for when its currency is known. */
  amountIn: (currency: string) => number
  paidOn: string
  reference: string
  /** The file of the bank that told of it: what it tells late is booked on the first open day (R52). */
  importId?: string
}

/**
 * Records what was paid of an invoice, or paid back of a credit note, and resolves with the payment's id. A voucher that
 * waits for its payment becomes active when nothing is left to be paid. Refuses with `not_found`, `invoice_not_posted`,
 * with `payment_refused` more than is owed and a day that is still to come, and with `period_locked` a closed day.
 */
export async function recordPayment(
  tx: Tx,
  context: Context<StaffActor>,
  { invoiceId, amountIn, paidOn, reference, importId }: Payable,
): Promise<string> {
  const held = await holdOwed(tx, context.now, invoiceId)
  const amount = amountIn(held.stored.currency)
  requirePayable(held, amount, paidOn)
  const mayOverride = context.actor.permissions.has('period:override')
  const locks = await holdPeriod(tx)
  if (importId === undefined) refuseClosedPeriod(paidOn, locks, mayOverride)
  const { bookedOn } = firstOpenDay(paidOn, locks, mayOverride)
  const { id: documentId, customerId, currency, number, kind } = held.stored
  const id = context.newId()
  await tx.rows(Prisma.sql`INSERT INTO payment (id, invoice_id, customer_id, amount, paid_on, reference, import_id, recorded_by_name, at)
    VALUES (${id}::uuid, ${documentId}::uuid, ${customerId}::uuid, ${amount}, ${paidOn}::date, ${reference}, ${importId ?? null}::uuid,
      ${context.actor.name}, ${context.now})`)
  await bookPayment(tx, context, held, { id, amount, bookedOn })
  await appendEvents(tx, context, { kind: 'invoice', id: documentId, customerId }, [
    { type: 'payment.recorded', number, amount: priceText(amount, currency), paidOn },
  ])
  if (kind === 'invoice' && amount === held.owed) await activateSold(tx, context, documentId, 'payment')
  return id
}

function requirePayable({ owed, stored, today }: HeldOwed, amount: number, paidOn: string): void {
  if (amount === 0) throw refusedPayment('amount', 'nothing', 'Say how much was paid.')
  if (amount > owed)
    throw refusedPayment(
      'amount',
      'amount_too_high',
      `Only ${priceText(Math.max(0, owed), stored.currency)} is left of ${stored.number}.`,
    )
  if (paidOn > today) throw refusedPayment('paidOn', 'in_future', 'That day is still to come.')
}

export function refusedPayment(name: string, code: string, message: string): Refusal {
  return new Refusal('payment_refused', { detail: message, fields: [{ pointer: `/body/${name}`, code, message }] })
}
