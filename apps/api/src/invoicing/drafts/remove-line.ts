import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { priceText } from '../../platform/read-rate.ts'
import { restateInvoice } from '../restate-invoice.ts'
import { sourcesOf, type StoredInvoice, type StoredLine } from '../stored-invoice.ts'
import { holdDraft, lineOfDraft } from './hold-draft.ts'

/** Takes a line off a draft; what it claimed is potential again. Refuses as `holdDraft` does, and an unknown line. */
export async function removeInvoiceLine(
  tx: Tx,
  context: Context,
  { invoiceId, lineId }: { invoiceId: string; lineId: string },
  ifMatch: number | null,
): Promise<void> {
  const stored = await holdDraft(tx, invoiceId, ifMatch)
  await removeLine(tx, context, stored, lineOfDraft(stored, lineId))
  await restateInvoice(tx, invoiceId)
}

/** The same within a change that restates the draft afterwards. */
export async function removeLine(tx: Tx, context: Context, stored: StoredInvoice, line: StoredLine): Promise<void> {
  await tx.rows(Prisma.sql`DELETE FROM invoice_line WHERE id = ${line.id}::uuid`)
  const told = {
    text: line.text,
    net: priceText(line.net, stored.currency),
    items: sourcesOf(stored, line.id).length,
  }
  await appendEvents(tx, context, { kind: 'invoice', id: stored.id, customerId: stored.customerId }, [
    { type: 'invoice.line_removed', ...told },
  ])
}
