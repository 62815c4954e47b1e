import { whichApply } from '@timedesk/domain/cover/applies'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { findDependents, leftBehind, type Left } from './find-dependents.ts'
import { rateStored, type Meant, type RatedAnew } from './rate-stored.ts'
import { subjectOfTime } from './subject-of-time.ts'

/**
 * Which of a customer's entries: all; those that no rate was found for; those that an agreement covers, covered or
 * would cover now; those of a case; some; or those whose overage waits for a decision.
 */
export type Scope =
  | { all: true }
  | { onlyMissing: true }
  | { agreementId: string }
  | { caseId: string }
  | { entryIds: readonly string[] }
  | { heldOverage: true }

/**
 * Covers and rates a customer's time anew that is not invoiced yet, in the order of its work: drawn units go back and
 * are drawn again (R11, R16). Tells of each change where it belongs. What was taken back stays, and so does what is
 * booked in a closed period. A new price of a customer or the company alone never changes what is rated already; it
 * only mends entries without a rate: use `onlyMissing` for that. Holds the customer alone; null is internal time.
 */
export async function rateAgain(tx: Tx, context: Acting, customerId: string | null, scope: Scope): Promise<void> {
  await holdPricesOf(tx, customerId)
  await tellRated(tx, context, await rateScope(tx, context, customerId, scope))
}

/** Rates all time anew that has no rate, now that the company has named one; customer by customer, always in the same order. */
export async function rateMissing(tx: Tx, context: Acting): Promise<void> {
  const customers = await tx.rows<{ id: string }>(Prisma.sql`SELECT DISTINCT t.customer_id AS id
    FROM time_entry t JOIN time_rating r ON r.entry_id = t.id
    WHERE t.is_billable AND t.customer_id IS NOT NULL AND r.amount IS NULL ORDER BY t.customer_id`)
  for (const { id } of customers) await rateAgain(tx, context, id, { onlyMissing: true })
}

/**
 * Rates anew what rested on entries that are gone, moved or taken back, and tells of it. Whoever calls this holds the
 * customer alone.
 */
export async function rateDependents(
  tx: Tx,
  context: Acting,
  customerId: string | null,
  left: readonly Left[],
): Promise<void> {
  await tellRated(tx, context, await rateOnward(tx, context, customerId, left, []))
}

/** Rates some entries anew, and what rested on what they leave; resolves with what changed, without telling of it. */
export async function rateScope(
  tx: Tx,
  context: Acting,
  customerId: string | null,
  scope: Scope,
): Promise<RatedAnew[]> {
  const condition = conditionOf(scope)
  const rated = await ('agreementId' in scope
    ? rateStored(tx, context, customerId, { condition, isMeant: isUnder(scope.agreementId) })
    : rateStored(tx, context, customerId, { condition }))
  const ids = rated.map(({ stored }) => stored.id)
  return [...rated, ...(await rateOnward(tx, context, customerId, leftBehind(rated), ids))]
}

/** Each turn rates entries that no turn before has rated, so that it ends. */
async function rateOnward(
  tx: Tx,
  context: Acting,
  customerId: string | null,
  left: readonly Left[],
  exceptIds: readonly string[],
): Promise<RatedAnew[]> {
  const ids = await findDependents(tx, left, exceptIds)
  if (ids.length === 0) return []
  const rated = await rateStored(tx, context, customerId, { condition: Prisma.sql`t.id = ANY(${ids}::uuid[])` })
  return [...rated, ...(await rateOnward(tx, context, customerId, leftBehind(rated), [...exceptIds, ...ids]))]
}

/** Work that an agreement covers, or that it would be asked for. */
function isUnder(agreementId: string): NonNullable<Meant['isMeant']> {
  return (entry, stored, { agreements }) => {
    if (stored.agreementId === agreementId) return true
    if (stored.pieces.some((piece) => piece.agreementId === agreementId)) return true
    const terms = agreements.filter(({ id }) => id === agreementId)
    return whichApply(entry, terms).applying.length > 0
  }
}

/** On entry `t` and its rating `r`. */
function conditionOf(scope: Scope): Prisma.Sql {
  if ('all' in scope) return Prisma.sql`true`
  if ('onlyMissing' in scope) return Prisma.sql`t.is_billable AND r.amount IS NULL`
  if ('caseId' in scope) return Prisma.sql`t.case_id = ${scope.caseId}::uuid`
  if ('entryIds' in scope) return Prisma.sql`t.id = ANY(${scope.entryIds}::uuid[])`
  if ('heldOverage' in scope)
    return Prisma.sql`EXISTS (SELECT 1 FROM cover_piece p WHERE p.entry_id = t.id AND p.hold IN ('approval', 'blocked'))`
  return Prisma.sql`(t.agreement_id = ${scope.agreementId}::uuid
    OR EXISTS (SELECT 1 FROM cover_piece p WHERE p.entry_id = t.id AND p.agreement_id = ${scope.agreementId}::uuid)
    OR EXISTS (SELECT 1 FROM agreement a WHERE a.id = ${scope.agreementId}::uuid AND a.valid_from <= t.work_date
      AND (a.valid_to IS NULL OR a.valid_to >= t.work_date)))`
}

/** Tells the log of each entry what being rated anew did to it. */
export async function tellRated(tx: Tx, context: Acting, rated: readonly RatedAnew[]): Promise<void> {
  await Promise.all(
    rated.flatMap(({ stored, before, after }) => {
      const changes = changesBetween(before, after)
      const told = { type: 'time.changed', entryId: stored.id, changes } as const
      return changes.length === 0 ? [] : [appendEvents(tx, context, subjectOfTime(stored), [told])]
    }),
  )
}

/** Keeps time from being registered and rated for the customer until the prices are changed. */
async function holdPricesOf(tx: Tx, customerId: string | null): Promise<void> {
  if (customerId === null) return
  await tx.rows(Prisma.sql`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR UPDATE`)
}
