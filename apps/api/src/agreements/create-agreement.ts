import type { createAgreement as contract } from '@timedesk/contracts/agreements'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { requireActive } from '../platform/db/references.ts'
import { isUniqueViolation } from '../platform/db/sql-state.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'
import { readRate } from '../platform/read-rate.ts'
import { rateAgain } from './rate-again.ts'
import { dayOf, requireOrder } from './terms.ts'

/**
 * Makes an active agreement on time spent. It rates new work; of earlier work only what has no rate yet.
 * Refuses with `agreement_exists` a second active one, an inactive customer or owner, and money that is not the customer's.
 */
export async function createAgreement(
  tx: Tx,
  context: Context,
  { customerId, ratePerHour, ...terms }: z.output<typeof contract.body>,
): Promise<string> {
  const [customer] = await tx.rows<{ currency: string; isActive: boolean }>(
    Prisma.sql`SELECT currency, is_active AS "isActive" FROM customer WHERE id = ${customerId}::uuid FOR UPDATE`,
  )
  if (customer?.isActive !== true)
    throw refusedReference('/body/customerId', 'The customer does not exist or is not active.')
  requireOrder(terms.validFrom, terms.validTo)
  if (terms.ownerId !== null) await requireActive(tx, 'employee', terms.ownerId, '/body/ownerId')
  const id = context.newId()
  const row = {
    ...terms,
    id,
    customerId,
    settlement: 'time_spent',
    currency: customer.currency,
    ratePerHour: readRate(ratePerHour, customer.currency),
    validFrom: dayOf(terms.validFrom),
    validTo: terms.validTo === null ? null : dayOf(terms.validTo),
    createdAt: context.now,
  }
  try {
    await tx.agreement.create({ data: row })
  } catch (error) {
    throw isUniqueViolation(error) ? new Refusal('agreement_exists') : error
  }
  await appendEvents(tx, context, { kind: 'agreement', id, customerId }, [
    { type: 'agreement.created', name: terms.heading },
  ])
  await rateAgain(tx, context, customerId, { onlyMissing: true })
  return id
}
