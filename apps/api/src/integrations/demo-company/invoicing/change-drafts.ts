import type { DemoOnDocument } from '@timedesk/prisma/seed/invoicing-shape'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import { updateInvoiceLine } from '../../../invoicing/drafts/update-line.ts'
import { updateInvoice } from '../../../invoicing/drafts/update-invoice.ts'
import type { Context, StaffActor } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'

type Deed<Kind extends DemoOnDocument['kind']> = { customerId: string } & Extract<DemoOnDocument, { kind: Kind }>

const BASIS_POINTS_WHOLE = 10_000

type Line = { id: string; invoiceId: string; version: number; registered: number; currency: string }

/** Charges less than was registered for the dearest line of time on a draft of the customer. */
export async function writeDown(
  tx: Tx,
  context: Context<StaffActor>,
  { customerId, basisPoints, reason }: Deed<'write_down'>,
): Promise<void> {
  const [line] =
    await tx.rows<Line>(Prisma.sql`SELECT l.id, i.id AS "invoiceId", i.version, l.registered::float8 AS registered, i.currency
    FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id
    WHERE i.customer_id = ${customerId}::uuid AND i.state = 'draft' AND i.kind = 'invoice' AND l.revenue IN ('time', 'overage')
      AND l.net = l.registered AND l.net > 0 ORDER BY l.net DESC, l.id LIMIT 1`)
  if (line === undefined) return
  const { id: lineId, invoiceId, version, registered, currency } = line
  const minor = registered - Math.round((registered * basisPoints) / BASIS_POINTS_WHOLE)
  const change = { net: toWire({ minor, currency }), adjustmentReason: reason }
  await updateInvoiceLine(tx, context, { invoiceId, lineId, ...change }, version)
}

/** Changes the customer’s latest draft. */
export async function changeLatestDraft(
  tx: Tx,
  context: Context<StaffActor>,
  { customerId, changes }: Deed<'reword'>,
): Promise<void> {
  const [draft] = await tx.rows<{ id: string; version: number }>(Prisma.sql`SELECT id, version FROM invoice
    WHERE customer_id = ${customerId}::uuid AND state = 'draft' ORDER BY created_at DESC, id DESC LIMIT 1`)
  if (draft !== undefined) await updateInvoice(tx, context, { invoiceId: draft.id, ...changes }, draft.version)
}
