import type { DemoOnDocument } from '@timedesk/prisma/seed/invoicing-shape'
import { Prisma } from '@timedesk/prisma/client'
import { draftCreditNote } from '../../../invoicing/credit/draft-credit-note.ts'
import { postInvoice } from '../../../invoicing/posting/post-invoice.ts'
import type { Context, StaffActor } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { tellSent } from './tell-sent.ts'

type Deed = { customerId: string } & Extract<DemoOnDocument, { kind: 'credit' }>
type Found = { invoiceId: string; sourceId: string }

/**
 * Credits the customer’s latest invoice on which nothing was credited yet: all of it, or the first time on it. What a
 * voucher is to pay for went beyond one, and its period is open.
 */
export async function creditLatest(tx: Tx, context: Context<StaffActor>, deed: Deed): Promise<void> {
  const { part, disposition, reason } = deed
  const found = await findTime(tx, deed)
  if (found === undefined) return
  const { invoiceId, sourceId } = found
  const sources = part === 'first' ? [{ id: sourceId, disposition }] : undefined
  const id = await draftCreditNote(tx, context, { invoiceId, reason, disposition, ...(sources && { sources }) })
  await postInvoice(tx, context, { invoiceId: id }, null)
  await tellSent(tx, context, [id])
}

async function findTime(tx: Tx, { customerId, disposition }: Deed): Promise<Found | undefined> {
  const coverable = Prisma.sql`EXISTS (SELECT 1 FROM cover_piece p JOIN time_entry t ON t.id = p.entry_id CROSS JOIN company co
    WHERE p.id = s.source_id AND p.kind = 'overage' AND (co.hard_locked_through IS NULL OR t.booked_on > co.hard_locked_through))`
  const [found] = await tx.rows<Found>(Prisma.sql`SELECT s.invoice_id AS "invoiceId", s.id AS "sourceId"
    FROM invoice_source s JOIN invoice i ON i.id = s.invoice_id JOIN invoice_line l ON l.id = s.line_id
    WHERE i.customer_id = ${customerId}::uuid AND i.state = 'posted' AND i.kind = 'invoice' AND s.source = 'time' AND s.is_live AND s.amount > 0
      AND NOT EXISTS (SELECT 1 FROM invoice n WHERE n.corrects_id = i.id)
      AND ${disposition === 'return_to_voucher' ? coverable : Prisma.sql`true`}
    ORDER BY i.issued_on DESC, i.number_in_series DESC, l.position, s.id LIMIT 1`)
  return found
}
