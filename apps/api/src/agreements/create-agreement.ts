import type { createAgreement as contract } from '@timedesk/contracts/agreements'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'
import { storeScope } from './choose-scope.ts'
import { chooseTerms } from './choose-terms.ts'
import { rateAgain } from './rate-again.ts'
import { refuseOverlap } from './refuse-overlap.ts'
import { columnsOf } from './store-terms.ts'
import { NO_TERMS } from './terms.ts'

/**
 * Makes an agreement. An active one covers new work; of earlier work it rates only what has no rate yet. A draft
 * covers nothing. Refuses with `agreement_exists` a second active one on time spent for all work, an inactive customer
 * or thing that it names, and money that is not the customer's.
 */
export async function createAgreement(
  tx: Tx,
  context: Context,
  { customerId, settlement, state, ...wanted }: z.output<typeof contract.body>,
): Promise<string> {
  const [customer] = await tx.rows<{ currency: string; isActive: boolean }>(
    Prisma.sql`SELECT currency, is_active AS "isActive" FROM customer WHERE id = ${customerId}::uuid FOR UPDATE`,
  )
  if (customer?.isActive !== true)
    throw refusedReference('/body/customerId', 'The customer does not exist or is not active.')
  const { currency } = customer
  const terms = await chooseTerms(tx, { customerId, currency }, NO_TERMS, wanted)
  const id = context.newId()
  const row = { ...columnsOf(terms), id, customerId, settlement, state, currency, createdAt: context.now }
  await refuseOverlap(() => tx.agreement.create({ data: row }))
  await storeScope(tx, context.newId, id, terms.scope)
  await appendEvents(tx, context, { kind: 'agreement', id, customerId }, [
    { type: 'agreement.created', name: terms.heading },
  ])
  if (state === 'active') await rateAgain(tx, context, customerId, { onlyMissing: true })
  return id
}
