import type { createContact as contract } from '@timedesk/contracts/contacts'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { requireActive } from '../platform/db/references.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { inviteContact } from './invite-contact.ts'

/** The unique rule of a contact: an address has one account, whichever customer it belongs to. */
export const takenContactFields = { contact_email_key: '/body/email' } as const

/** Creates a contact of an active customer, and mails an invitation where wanted. Refuses an address that is taken. */
export async function createContact(
  tx: Tx,
  context: Context,
  { customerId, name, email, phone, title, role, seesAllCases, language, invite }: z.output<typeof contract.body>,
  publicUrl: string,
): Promise<string> {
  const id = context.newId()
  await requireActive(tx, 'customer', customerId, '/body/customerId')
  await refuseTaken(takenContactFields, () =>
    tx.rows(Prisma.sql`
      INSERT INTO contact (id, customer_id, name, email, phone, title, role, sees_all_cases, language, created_at)
      VALUES (${id}::uuid, ${customerId}::uuid, ${name}, ${email}, ${phone}, ${title}, ${role}, ${seesAllCases}, ${language}, ${context.now})`),
  )
  await appendEvents(tx, context, { kind: 'contact', id, customerId }, [{ type: 'contact.created', name }])
  if (invite) await inviteContact(tx, context, id, publicUrl)
  return id
}
