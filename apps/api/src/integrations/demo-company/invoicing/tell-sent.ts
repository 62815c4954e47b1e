import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { appendEvents } from '../../../platform/events/append-events.ts'

type Sent = { id: string; customerId: string; number: string; to: string }

/** Documents that went out by mail on the day, as far as the customer has an address for them. The mail itself is long gone. */
export async function tellSent(tx: Tx, context: Context<StaffActor>, ids: readonly string[]): Promise<void> {
  const sent =
    await tx.rows<Sent>(Prisma.sql`UPDATE invoice i SET send_state = 'sent', sent_to = cu.invoice_email, sent_at = ${context.now}
    FROM customer cu WHERE cu.id = i.customer_id AND cu.invoice_email <> '' AND i.id = ANY(${ids}::uuid[])
    RETURNING i.id, i.customer_id AS "customerId", i.number, i.sent_to AS "to"`)
  for (const { id, customerId, number, to } of sent)
    await appendEvents(tx, context, { kind: 'invoice', id, customerId }, [{ type: 'invoice.sent', number, to }])
}
