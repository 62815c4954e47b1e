import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { rateStored } from './rate-stored.ts'
import { subjectOfTime } from './subject-of-time.ts'

/**
 * Which of a customer's entries: those that no rate was found for, or those that an agreement rated, rates now or
 * no longer rates.
 */
export type Scope = { onlyMissing: true } | { agreementId: string }

/**
 * Rates a customer's time anew that is not invoiced yet, in the order of its work (R11, R16), and tells of each
 * change where it belongs. A new price of a customer or the company alone never changes what is rated already;
 * it only mends entries without a rate: use `onlyMissing` for that.
 */
export async function rateAgain(tx: Tx, context: Context, customerId: string, scope: Scope): Promise<void> {
  await holdPricesOf(tx, customerId)
  const within =
    'agreementId' in scope
      ? Prisma.sql`(t.agreement_id = ${scope.agreementId}::uuid OR ag.id = ${scope.agreementId}::uuid)`
      : Prisma.sql`t.is_billable AND r.amount IS NULL`
  const rated = await rateStored(tx, context, Prisma.sql`t.customer_id = ${customerId}::uuid AND ${within}`)
  for (const { entry, before, after } of rated) {
    const changes = changesBetween(before, after)
    if (changes.length > 0)
      await appendEvents(tx, context, subjectOfTime(entry), [{ type: 'time.changed', entryId: entry.id, changes }])
  }
}

/** Rates all time anew that has no rate, now that the company has named one; customer by customer, always in the same order. */
export async function rateMissing(tx: Tx, context: Context): Promise<void> {
  const customers = await tx.rows<{ id: string }>(Prisma.sql`SELECT DISTINCT t.customer_id AS id
    FROM time_entry t JOIN time_rating r ON r.entry_id = t.id
    WHERE t.is_billable AND t.customer_id IS NOT NULL AND r.amount IS NULL ORDER BY t.customer_id`)
  for (const { id } of customers) await rateAgain(tx, context, id, { onlyMissing: true })
}

/** Keeps time from being registered and rated for the customer until the prices are changed. */
async function holdPricesOf(tx: Tx, customerId: string): Promise<void> {
  await tx.rows(Prisma.sql`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR UPDATE`)
}
