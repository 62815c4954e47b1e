import type { AgreementState, Settlement } from '@timedesk/contracts/agreements'
import { Refusal } from '@timedesk/contracts/refusal'
import type { Term } from '@timedesk/domain/subscriptions/renewal'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { inOrder, scopeColumn, type ChosenScope } from './choose-scope.ts'
import { dayAt } from './company-day.ts'
import type { Terms } from './terms.ts'

/** An agreement with everything that its moves depend on; `today` is the company's day. */
export type HeldAgreement = {
  id: string
  customerId: string
  settlement: Settlement
  state: AgreementState
  currency: string
  version: number
  /** The day on which notice was given, and the last day that it had before. */
  terminatedOn: string | null
  validToBefore: string | null
  today: string
  terms: Terms
}

type Binding = Pick<Terms, 'validFrom' | 'validTo' | 'noticeDays' | 'renewal' | 'termMonths'> &
  Pick<HeldAgreement, 'terminatedOn'>

type Row = Omit<HeldAgreement, 'terms'> &
  Omit<Terms, 'afterHours' | 'scope' | 'rateCard' | 'owner'> & {
    words: string
    rateCard: Terms['rateCard']
    owner: Terms['owner']
    scope: ChosenScope[]
    policy: Terms['afterHours']['policy']
    calendar: Terms['afterHours']['calendar']
    factor: number
    weekendFactor: number | null
    holidayFactor: number | null
  }

/**
 * Holds an agreement until the transaction ends, and before it the prices of its customer, as everybody does: no time
 * is registered, rated or covered at the customer meanwhile. Refuses with `not_found`.
 */
export async function holdAgreement(tx: Tx, id: string, now: Date): Promise<HeldAgreement> {
  await tx.rows(
    Prisma.sql`SELECT 1 FROM customer WHERE id = (SELECT customer_id FROM agreement WHERE id = ${id}::uuid) FOR UPDATE`,
  )
  const [row] =
    await tx.rows<Row>(Prisma.sql`SELECT a.id, a.customer_id AS "customerId", a.settlement, a.state, a.currency, a.version,
      a.terminated_on::text AS "terminatedOn", a.valid_to_before::text AS "validToBefore",
      ${dayAt(now)}::text AS today,
      a.heading, a.terms AS words, a.valid_from::text AS "validFrom", a.valid_to::text AS "validTo", a.is_billable AS "isBillable",
      a.rate_per_hour AS "ratePerHour", ${named(Prisma.sql`rc`)} AS "rateCard", a.increment_minutes AS "incrementMinutes",
      a.minimum_minutes AS "minimumMinutes", a.rounding_scope AS "roundingScope", a.after_hours AS policy, ${named(Prisma.sql`sc`)} AS calendar,
      a.after_hours_factor AS factor, a.weekend_factor AS "weekendFactor", a.holiday_factor AS "holidayFactor", ${scopeColumn},
      a.overage_policy AS "overagePolicy", a.overage_rate AS "overageRate", a.thresholds, a.term_months AS "termMonths", a.renewal,
      a.notice_days AS "noticeDays", a.credits_unused AS "creditsUnused", ${named(Prisma.sql`o`)} AS owner, a.po_number AS "poNumber"
    FROM agreement a CROSS JOIN company co
    LEFT JOIN rate_card rc ON rc.id = a.rate_card_id
    LEFT JOIN service_calendar sc ON sc.id = a.calendar_id
    LEFT JOIN employee o ON o.id = a.owner_id
    WHERE a.id = ${id}::uuid FOR UPDATE OF a`)
  if (row === undefined) throw new Refusal('not_found')
  return heldFrom(row)
}

function heldFrom({
  words,
  policy,
  calendar,
  factor,
  weekendFactor,
  holidayFactor,
  scope,
  ...row
}: Row): HeldAgreement {
  const { id, customerId, settlement, state, currency, version, terminatedOn, validToBefore, today, ...plain } = row
  const afterHours = { policy, calendar, factor, weekendFactor, holidayFactor }
  const terms: Terms = { ...plain, terms: words, afterHours, scope: inOrder(scope) }
  return { id, customerId, settlement, state, currency, version, terminatedOn, validToBefore, today, terms }
}

type Standing = Pick<HeldAgreement, 'state' | 'terminatedOn' | 'today'> & Pick<Terms, 'validTo'>

/** Whether notice may be given or withdrawn: the agreement runs, and the last day that notice gave it is not over. */
export function takesNotice({ state, terminatedOn, validTo, today }: Standing): boolean {
  const isOver = terminatedOn !== null && validTo !== null && validTo < today
  return isRunning(state) && !isOver
}

/** Whether an agreement binds, if only until it is resumed. */
export function isRunning(state: AgreementState): boolean {
  return state === 'active' || state === 'suspended'
}

/** For how long an agreement binds (R36, R40); one that notice was given for does not renew itself. */
export function termOf({ terminatedOn, ...terms }: Binding): Term {
  const { validFrom, validTo, noticeDays, renewal, termMonths } = terms
  const renewalMonths = renewal === 'automatic' && terminatedOn === null ? termMonths : null
  return { startsOn: validFrom, validTo, noticeDays, renewalMonths }
}

/** A reference as JSON of its id and name; null without one. */
export function named(table: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${table}.id IS NULL THEN NULL ELSE json_build_object('id', ${table}.id, 'name', ${table}.name) END`
}
