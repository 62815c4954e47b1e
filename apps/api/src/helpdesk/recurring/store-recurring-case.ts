import type { RecurringCase } from '@timedesk/contracts/recurring-cases'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { refusedReference } from '../lock-case.ts'

type Named = { contact: string | null; agreement: string | null }

/**
 * The names of what a recurring case refers to at its customer. Refuses with `reference_refused` what is not active or
 * belongs to another customer; what it refers to already may stay.
 */
export async function requireOfCustomer(
  tx: Tx,
  customerId: string,
  { contactId, agreementId }: { contactId: string | null; agreementId: string | null },
  before: Pick<RecurringCase, 'contact' | 'agreement'> = { contact: null, agreement: null },
): Promise<Named> {
  const [named] = await tx.rows<Named>(Prisma.sql`SELECT
    (SELECT name FROM contact WHERE id = ${contactId}::uuid AND customer_id = ${customerId}::uuid
       AND (is_active OR id = ${before.contact?.id ?? null}::uuid)) AS contact,
    (SELECT heading FROM agreement WHERE id = ${agreementId}::uuid AND customer_id = ${customerId}::uuid
       AND (state = 'active' OR id = ${before.agreement?.id ?? null}::uuid)) AS agreement`)
  if (named === undefined) throw new Error('A query of values gave no row')
  if (contactId !== null && named.contact === null)
    throw refusedReference(
      '/body/contactId',
      'The contact does not exist, is not active or belongs to another customer.',
    )
  if (agreementId !== null && named.agreement === null)
    throw refusedReference(
      '/body/agreementId',
      'The agreement does not exist, is not active or is of another customer.',
    )
  return named
}

/** Refuses with `invalid_request` a last day before the first one. */
export function requireOrder(startsOn: string, endsOn: string | null): void {
  if (endsOn === null || endsOn >= startsOn) return
  const message = 'Must not be before the first day.'
  throw new Refusal('invalid_request', {
    detail: message,
    fields: [{ pointer: '/body/endsOn', code: 'before_start', message }],
  })
}
