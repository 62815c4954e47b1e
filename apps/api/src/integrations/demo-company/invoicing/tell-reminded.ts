import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { appendEvents } from '../../../platform/events/append-events.ts'

type Overdue = { invoiceId: string; customerId: string; number: string; remaining: number; to: string; level: number }

/** The customer was reminded on the day. The mail itself is long gone. */
export async function tellReminded(tx: Tx, context: Context<StaffActor>, overdue: Overdue): Promise<void> {
  const { invoiceId, customerId, number, remaining, to, level } = overdue
  const { newId, actor, now } = context
  await tx.rows(Prisma.sql`INSERT INTO reminder (id, invoice_id, customer_id, level, sent_to, remaining, sent_by_name, at)
    VALUES (${newId()}::uuid, ${invoiceId}::uuid, ${customerId}::uuid, ${level}, ${to}, ${remaining}, ${actor.name}, ${now})`)
  await appendEvents(tx, context, { kind: 'invoice', id: invoiceId, customerId }, [
    { type: 'invoice.reminded', number, level, to },
  ])
}
