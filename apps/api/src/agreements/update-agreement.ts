import type { Agreement, updateAgreement as contract } from '@timedesk/contracts/agreements'
import { Refusal } from '@timedesk/contracts/refusal'
import { amountText } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { chooseReference } from '../platform/db/references.ts'
import { isUniqueViolation } from '../platform/db/sql-state.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { readRate } from '../platform/read-rate.ts'
import { rateAgain } from './rate-again.ts'
import { dayOf, requireOrder } from './terms.ts'

type Wanted = z.output<typeof contract.body>

type Terms = {
  customerId: string
  heading: string
  terms: string
  state: Agreement['state']
  validFrom: string
  validTo: string | null
  currency: string
  ratePerHour: number | null
  incrementMinutes: number
  minimumMinutes: number
  owner: { id: string; name: string } | null
  poNumber: string
}

type Held = Terms & { version: number; today: string }

/** What decides the worth of work. */
const RATING_FIELDS = ['state', 'validFrom', 'validTo', 'ratePerHour', 'incrementMinutes', 'minimumMinutes'] as const

/**
 * Changes, suspends or ends an agreement. Time that is not invoiced yet and that it rated, rates now or no longer
 * rates is rated anew in the order of its work, in the same transaction (R11, R16). An agreement that ends covers
 * work up to its last day, at the latest today.
 * Refuses a stale version, a second active agreement, an inactive owner, and money that is not the agreement's.
 */
export async function updateAgreement(
  tx: Tx,
  context: Context,
  { agreementId, ...wanted }: { agreementId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const before = await holdAgreement(tx, agreementId, context.now)
  requireVersion(before.version, ifMatch)
  const after = await changed(tx, before, wanted)
  const changes = changesBetween(shownOf(before), shownOf(after))
  if (changes.length === 0) return
  await storeTerms(tx, agreementId, after)
  await appendEvents(tx, context, { kind: 'agreement', id: agreementId, customerId: before.customerId }, [
    { type: 'agreement.changed', name: after.heading, changes },
  ])
  if (RATING_FIELDS.some((field) => before[field] !== after[field]))
    await rateAgain(tx, context, before.customerId, { agreementId })
}

/** Holds the customer's prices before the agreement, as everybody does. */
async function holdAgreement(tx: Tx, id: string, now: Date): Promise<Held> {
  await tx.rows(
    Prisma.sql`SELECT 1 FROM customer WHERE id = (SELECT customer_id FROM agreement WHERE id = ${id}::uuid) FOR UPDATE`,
  )
  const [held] = await tx.rows<Held>(Prisma.sql`SELECT a.customer_id AS "customerId", a.heading, a.terms, a.state,
      a.valid_from::text AS "validFrom", a.valid_to::text AS "validTo", a.currency, a.rate_per_hour AS "ratePerHour",
      a.increment_minutes AS "incrementMinutes", a.minimum_minutes AS "minimumMinutes", a.po_number AS "poNumber", a.version,
      CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('id', o.id, 'name', o.name) END AS owner,
      (${now}::timestamptz AT TIME ZONE co.time_zone)::date::text AS today
    FROM agreement a CROSS JOIN company co LEFT JOIN employee o ON o.id = a.owner_id
    WHERE a.id = ${id}::uuid FOR UPDATE OF a`)
  if (held === undefined) throw new Refusal('not_found')
  return held
}

async function changed(tx: Tx, before: Held, wanted: Wanted): Promise<Terms> {
  const { ratePerHour, ownerId, validFrom = before.validFrom, state = before.state } = wanted
  const validTo = wanted.validTo === undefined ? before.validTo : wanted.validTo
  requireOrder(validFrom, validTo)
  return {
    ...before,
    owner: await chooseReference(tx, 'employee', ownerId, before.owner, '/body/ownerId'),
    heading: wanted.heading ?? before.heading,
    terms: wanted.terms ?? before.terms,
    state,
    validFrom,
    validTo: state === 'ended' ? endedOn(validFrom, validTo, before.today) : validTo,
    ratePerHour: ratePerHour === undefined ? before.ratePerHour : readRate(ratePerHour, before.currency),
    incrementMinutes: wanted.incrementMinutes ?? before.incrementMinutes,
    minimumMinutes: wanted.minimumMinutes ?? before.minimumMinutes,
    poNumber: wanted.poNumber ?? before.poNumber,
  }
}

/** The last day of an agreement that ends: as it says, today at the latest, and never before its first day. */
function endedOn(validFrom: string, validTo: string | null, today: string): string {
  const last = validTo !== null && validTo < today ? validTo : today
  return last < validFrom ? validFrom : last
}

async function storeTerms(tx: Tx, id: string, row: Terms): Promise<void> {
  try {
    await tx.agreement.update({
      where: { id },
      data: {
        heading: row.heading,
        terms: row.terms,
        state: row.state,
        validFrom: dayOf(row.validFrom),
        validTo: row.validTo === null ? null : dayOf(row.validTo),
        ratePerHour: row.ratePerHour,
        incrementMinutes: row.incrementMinutes,
        minimumMinutes: row.minimumMinutes,
        ownerId: row.owner?.id ?? null,
        poNumber: row.poNumber,
        version: { increment: 1 },
      },
    })
  } catch (error) {
    throw isUniqueViolation(error) ? new Refusal('agreement_exists') : error
  }
}

function shownOf(terms: Terms) {
  const { heading, state, validFrom, validTo, incrementMinutes, minimumMinutes, poNumber, ratePerHour } = terms
  return {
    heading,
    terms: terms.terms,
    state,
    validFrom,
    validTo,
    ratePerHour: ratePerHour === null ? null : `${amountText(ratePerHour)} ${terms.currency}`,
    incrementMinutes,
    minimumMinutes,
    owner: terms.owner?.name ?? null,
    poNumber,
  }
}
