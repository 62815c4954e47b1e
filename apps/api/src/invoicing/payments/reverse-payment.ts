import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { priceText } from '../../platform/read-rate.ts'
import { refuseClosedPeriod } from '../../time/closed-period.ts'
import { holdPeriod } from '../../time/hold-period.ts'
import { bookPayment } from './book-payment.ts'
import { holdOwed } from './hold-owed.ts'

type Row = { invoiceId: string; amount: number; reference: string; isReversal: boolean; isReversed: boolean }

/**
 * Takes back a payment that was recorded by mistake, today and whole; both stay in the books. What it opened stays open.
 * Resolves with the reversal's id. Refuses with `not_found`, with `payment_refused` what is a reversal or was taken back
 * already, and with `period_locked` when today is closed.
 */
export async function reversePayment(
  tx: Tx,
  context: Context<StaffActor>,
  { paymentId, reason }: { paymentId: string; reason: string },
): Promise<string> {
  const { invoiceId } = await readPayment(tx, paymentId)
  const held = await holdOwed(tx, context.now, invoiceId)
  // Read again, now that nobody else can reverse it.
  const payment = await readPayment(tx, paymentId)
  if (payment.isReversal) throw new Refusal('payment_refused', { detail: 'A reversal cannot be taken back.' })
  if (payment.isReversed) throw new Refusal('payment_refused', { detail: 'The payment was taken back already.' })
  refuseClosedPeriod(held.today, await holdPeriod(tx), context.actor.permissions.has('period:override'))
  const { customerId, currency, number } = held.stored
  const id = context.newId()
  const amount = 0 - payment.amount
  await tx.rows(Prisma.sql`INSERT INTO payment (id, invoice_id, customer_id, amount, paid_on, reference, reverses_id, recorded_by_name, at)
    VALUES (${id}::uuid, ${invoiceId}::uuid, ${customerId}::uuid, ${amount}, ${held.today}::date, ${payment.reference}, ${paymentId}::uuid,
      ${context.actor.name}, ${context.now})`)
  await bookPayment(tx, context, held, { id, amount, bookedOn: held.today })
  await appendEvents(tx, context, { kind: 'invoice', id: invoiceId, customerId }, [
    { type: 'payment.reversed', number, amount: priceText(payment.amount, currency), reason },
  ])
  return id
}

async function readPayment(tx: Tx, id: string): Promise<Row> {
  const [row] =
    await tx.rows<Row>(Prisma.sql`SELECT p.invoice_id AS "invoiceId", p.amount::float8 AS amount, p.reference,
      p.reverses_id IS NOT NULL AS "isReversal", EXISTS (SELECT 1 FROM payment back WHERE back.reverses_id = p.id) AS "isReversed"
    FROM payment p WHERE p.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}
