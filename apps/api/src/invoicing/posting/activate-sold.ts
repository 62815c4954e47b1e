import { Prisma } from '@timedesk/prisma/client'
import { activateVoucher } from '../../agreements/vouchers/activate-voucher.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'

/**
 * Opens the vouchers that a document sells and that were ordered until now: at its posting, or when it is paid. Whoever
 * calls this holds the customer and the document.
 */
export async function activateSold(
  tx: Tx,
  context: Context,
  invoiceId: string,
  at: 'posting' | 'payment',
): Promise<void> {
  const waiting = await tx.rows<{
    id: string
  }>(Prisma.sql`SELECT v.id FROM invoice_source s JOIN voucher v ON v.id = s.source_id
    WHERE s.invoice_id = ${invoiceId}::uuid AND s.source = 'voucher_sale' AND s.is_live AND v.state = 'ordered' AND v.activate_on = ${at}
    ORDER BY v.id`)
  for (const { id } of waiting) await activateVoucher(tx, context, { voucherId: id })
}
