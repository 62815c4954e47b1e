import { dayOf } from '@timedesk/prisma/seed/working-time'
import { Prisma } from '@timedesk/prisma/client'
import { createInvoice } from '../../../invoicing/drafts/create-invoice.ts'
import type { Context, StaffActor } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'

/** Drafts what is ready of a customer, if anything is. */
export async function draftReady(tx: Tx, context: Context<StaffActor>, customerId: string): Promise<void> {
  const through = dayOf(context.now.getTime())
  const ready = await tx.rows(Prisma.sql`SELECT 1 FROM potential_item
    WHERE customer_id = ${customerId}::uuid AND held_because IS NULL AND day <= ${through}::date LIMIT 1`)
  if (ready.length > 0) await createInvoice(tx, context, { customerId, through })
}
