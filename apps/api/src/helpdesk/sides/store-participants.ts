import type { SideAddress } from '@timedesk/contracts/side-conversations'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'

type Insider = { address: string; name: string; isStaff: boolean }

/**
 * Says whom the mails of a conversation go to from now on. Refuses with `field_refused` staff and the customer's own
 * people: what they answered would stand where they never see it.
 */
export async function storeParticipants(
  tx: Tx,
  { conversationId, customerId }: { conversationId: string; customerId: string },
  to: readonly SideAddress[],
  pointer: '/body/to' | '/body/participants',
): Promise<void> {
  const addresses = to.map(({ address }) => address)
  const insiders = await tx.rows<Insider>(Prisma.sql`
    SELECT lower(email) AS address, name, true AS "isStaff" FROM employee WHERE lower(email) = ANY(${addresses}::text[])
    UNION ALL SELECT lower(email), name, false FROM contact WHERE lower(email) = ANY(${addresses}::text[]) AND customer_id = ${customerId}::uuid`)
  if (insiders.length > 0) throw refuseInsiders(insiders, addresses, pointer)
  await tx.rows(Prisma.sql`DELETE FROM side_participant WHERE conversation_id = ${conversationId}::uuid`)
  await tx.rows(Prisma.sql`INSERT INTO side_participant (conversation_id, address, name)
    SELECT ${conversationId}::uuid, p.address, p.name FROM jsonb_to_recordset(${JSON.stringify(to)}::jsonb) AS p (address text, name text)`)
}

function refuseInsiders(insiders: readonly Insider[], addresses: readonly string[], pointer: string): Refusal {
  const fields = insiders.map(({ address, name, isStaff }) => ({
    pointer: `${pointer}/${String(addresses.indexOf(address))}`,
    code: isStaff ? 'is_staff' : 'is_customer',
    message: isStaff ? `${name} is of the staff: write a note.` : `${name} is of the customer: reply in the case.`,
  }))
  return new Refusal('field_refused', { detail: fields[0]?.message ?? '', fields })
}
