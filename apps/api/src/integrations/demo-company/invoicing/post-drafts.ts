import { Prisma } from '@timedesk/prisma/client'
import { postInvoice } from '../../../invoicing/posting/post-invoice.ts'
import type { Context, StaffActor } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { tellSent } from './tell-sent.ts'

/**
 * Posts and sends all drafts but those of some customers, and those that cannot be posted: credit notes of nothing that
 * was posted before.
 */
export async function postDrafts(tx: Tx, context: Context<StaffActor>, exceptIds: readonly string[]): Promise<void> {
  const drafts = await tx.rows<{
    id: string
  }>(Prisma.sql`SELECT i.id FROM invoice i JOIN customer cu ON cu.id = i.customer_id
    WHERE i.state = 'draft' AND i.customer_id <> ALL(${exceptIds}::uuid[]) AND (i.kind = 'invoice' OR i.corrects_id IS NOT NULL)
    ORDER BY cu.name, i.created_at, i.id`)
  const ids = drafts.map(({ id }) => id)
  for (const invoiceId of ids) await postInvoice(tx, context, { invoiceId }, null)
  await tellSent(tx, context, ids)
}
