import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { reminderMailOf } from '../../platform/mail/texts/invoice-mails.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { attachmentsOf } from '../sending/attachments-of.ts'
import { readLetter } from '../sending/read-letter.ts'

/**
 * Reminds a customer by mail of an overdue invoice, with its PDF, and keeps that it did. Call it when the files are
 * stored. Refuses with `not_found`, with `not_overdue` what is none, and with `address_missing`.
 */
export async function remindOfInvoice(
  tx: Tx,
  context: Context,
  { invoiceId }: { invoiceId: string },
  publicUrl: string,
): Promise<void> {
  const letter = await readLetter(tx, context.now, invoiceId).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'invoice_not_posted' ? new Refusal('not_overdue') : error
  })
  const { isOverdue, invoiceEmail: address, customerName: name, customerId, number, remaining } = letter
  if (!isOverdue) throw new Refusal('not_overdue')
  if (address === '') throw new Refusal('address_missing', { detail: 'Give the customer an address for invoices.' })
  const { now, newId, actor } = context
  const [made] = await tx.rows<{
    level: number
  }>(Prisma.sql`INSERT INTO reminder (id, invoice_id, customer_id, level, sent_to, remaining, sent_by_name, at)
    SELECT ${newId()}::uuid, ${invoiceId}::uuid, ${customerId}::uuid, coalesce(max(r.level), 0) + 1, ${address}, ${remaining}, ${actor.name}, ${now}
    FROM reminder r WHERE r.invoice_id = ${invoiceId}::uuid RETURNING level`)
  if (made === undefined) throw new Error('The reminder was not kept')
  const attachments = await attachmentsOf(tx, invoiceId, ['pdf'])
  const { subject, text } = reminderMailOf({ ...letter, level: made.level })
  await writeMail(tx, {
    ...{ causeKey: `reminder:${invoiceId}:${String(made.level)}`, kind: 'invoice.reminder', invoiceId },
    ...{ to: { name, address }, subject, text, attachments, now, newId, publicUrl },
  })
  await appendEvents(tx, context, { kind: 'invoice', id: invoiceId, customerId }, [
    { type: 'invoice.reminded', number, level: made.level, to: address },
  ])
}
