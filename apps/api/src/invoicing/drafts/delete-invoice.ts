import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { priceText } from '../../platform/read-rate.ts'
import { holdDraft } from './hold-draft.ts'

/**
 * Deletes a draft: what it claimed is potential again, and the log keeps that there was one (R51). Refuses with
 * `not_found`, `invoice_posted` and a stale version.
 */
export async function deleteInvoice(
  tx: Tx,
  context: Context,
  invoiceId: string,
  ifMatch: number | null,
): Promise<void> {
  const { kind, net, currency, customerId, sources } = await holdDraft(tx, invoiceId, ifMatch)
  await tx.rows(Prisma.sql`DELETE FROM invoice WHERE id = ${invoiceId}::uuid`)
  const told = { kind, net: priceText(net, currency), items: sources.length }
  await appendEvents(tx, context, { kind: 'invoice', id: invoiceId, customerId }, [
    { type: 'invoice.deleted', ...told },
  ])
}
