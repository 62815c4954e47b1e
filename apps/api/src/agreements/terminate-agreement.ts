import type { terminateAgreement as contract } from '@timedesk/contracts/terminations'
import { Refusal } from '@timedesk/contracts/refusal'
import { laterOf } from '@timedesk/domain/calendar/days'
import { earliestLastDay } from '@timedesk/domain/subscriptions/renewal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { holdAgreement, takesNotice, termOf, type HeldAgreement } from './hold-agreement.ts'
import { rateAgain } from './rate-again.ts'
import { chargePeriods } from './subscriptions/charge-periods.ts'
import { creditUnused } from './subscriptions/credit-unused.ts'
import { refusedTerm } from './terms.ts'

type Notice = z.output<typeof contract.body>

/**
 * Gives notice: the agreement ends on the day that is wanted, else on the earliest that its term and notice allow
 * (R36). Giving notice again moves that day. Charges beyond it are credited as the agreement says.
 * Refuses a stale version, a day that is too early, and an agreement that is a draft, has ended, or whose last day is over.
 */
export async function terminateAgreement(
  tx: Tx,
  context: Context,
  { agreementId, lastDay: wanted, reason }: { agreementId: string } & Notice,
  ifMatch: number | null,
): Promise<void> {
  const held = await holdAgreement(tx, agreementId, context.now)
  requireVersion(held.version, ifMatch)
  requireRunning(held)
  const validToBefore = held.terminatedOn === null ? held.terms.validTo : held.validToBefore
  const lastDay = lastDayOf(held, validToBefore, wanted)
  await tx.rows(Prisma.sql`UPDATE agreement SET terminated_on = ${held.today}::date, termination_reason = ${reason},
      valid_to_before = ${validToBefore}::date, valid_to = ${lastDay}::date, version = version + 1 WHERE id = ${agreementId}::uuid`)
  await appendEvents(tx, context, { kind: 'agreement', id: agreementId, customerId: held.customerId }, [
    { type: 'agreement.terminated', name: held.terms.heading, lastDay, reason },
  ])
  await followEnd(tx, context, held)
}

/**
 * Takes notice back: the agreement goes on as before. Refuses a stale version, an agreement without notice, and one
 * whose last day is over.
 */
export async function withdrawTermination(
  tx: Tx,
  context: Context,
  agreementId: string,
  ifMatch: number | null,
): Promise<void> {
  const held = await holdAgreement(tx, agreementId, context.now)
  requireVersion(held.version, ifMatch)
  requireRunning(held)
  if (held.terminatedOn === null) throw new Refusal('agreement_state_refused', { detail: 'No notice was given.' })
  await tx.rows(Prisma.sql`UPDATE agreement SET terminated_on = NULL, termination_reason = '', valid_to = valid_to_before,
      valid_to_before = NULL, version = version + 1 WHERE id = ${agreementId}::uuid`)
  await appendEvents(tx, context, { kind: 'agreement', id: agreementId, customerId: held.customerId }, [
    { type: 'agreement.termination_withdrawn', name: held.terms.heading },
  ])
  await followEnd(tx, context, held)
}

function requireRunning(held: HeldAgreement): void {
  if (!takesNotice({ ...held, validTo: held.terms.validTo })) throw new Refusal('agreement_state_refused')
}

/** Reckoned from the term as it was before any notice; never before the first day. */
function lastDayOf({ terms, today }: HeldAgreement, validTo: string | null, wanted: string | undefined): string {
  const term = termOf({ ...terms, validTo, terminatedOn: null })
  const earliest = laterOf(earliestLastDay(term, today), terms.validFrom)
  if (wanted !== undefined && wanted < earliest)
    throw new Refusal('notice_too_short', { detail: `The earliest last day is ${earliest}.` })
  if (wanted !== undefined && validTo !== null && term.renewalMonths === null && wanted > validTo)
    throw refusedTerm('/body/lastDay', 'too_late', `The agreement ends by itself on ${validTo}.`)
  return wanted ?? earliest
}

/** Work and charges follow the new last day. */
async function followEnd(
  tx: Tx,
  context: Context,
  { id: agreementId, customerId, settlement, state, today }: HeldAgreement,
): Promise<void> {
  if (settlement === 'subscription') {
    if (state === 'active') await chargePeriods(tx, context, { agreementId, today })
    await creditUnused(tx, context, { agreementId })
  }
  await rateAgain(tx, context, customerId, { agreementId })
}
