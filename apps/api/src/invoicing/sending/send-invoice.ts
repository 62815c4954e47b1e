import type { sendInvoice as contract } from '@timedesk/contracts/invoice-postings'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { invoiceMailOf } from '../../platform/mail/texts/invoice-mails.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { attachmentsOf } from './attachments-of.ts'
import { readLetter } from './read-letter.ts'

/**
 * Sends a posted document by mail, with its PDF and its e-invoice: to the customer's address for invoices, or to
 * another. It may be sent again; how it fares is told by the latest mail. Call it when the files are stored. Refuses
 * with `not_found`, `invoice_not_posted`, and `address_missing` where nobody said where to.
 */
export async function sendInvoice(
  tx: Tx,
  context: Context,
  { invoiceId, to, message }: { invoiceId: string } & z.output<typeof contract.body>,
  publicUrl: string,
): Promise<void> {
  const letter = await readLetter(tx, context.now, invoiceId)
  const { number, customerId, customerName, invoiceEmail } = letter
  const address = to ?? invoiceEmail
  if (address === '') throw new Refusal('address_missing', { detail: 'Say where to, or give the customer an address.' })
  const attachments = await attachmentsOf(tx, invoiceId)
  const { subject, text } = invoiceMailOf({ ...letter, message })
  const { now, newId } = context
  const [row] = await tx.rows<{ count: number }>(
    Prisma.sql`SELECT count(*)::int AS count FROM mail WHERE invoice_id = ${invoiceId}::uuid AND kind = 'invoice'`,
  )
  await writeMail(tx, {
    ...{ causeKey: `invoice:${invoiceId}:${String((row?.count ?? 0) + 1)}`, kind: 'invoice', invoiceId },
    ...{ to: { name: customerName, address }, subject, text, attachments, now, newId, publicUrl },
  })
  await appendEvents(tx, context, { kind: 'invoice', id: invoiceId, customerId }, [
    { type: 'invoice.sent', number, to: address },
  ])
}
