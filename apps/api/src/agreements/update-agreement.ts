import type { AgreementState, updateAgreement as contract } from '@timedesk/contracts/agreements'
import { Refusal } from '@timedesk/contracts/refusal'
import { addDays } from '@timedesk/domain/calendar/days'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { storeScope } from './choose-scope.ts'
import { chooseTerms } from './choose-terms.ts'
import { holdAgreement, type HeldAgreement } from './hold-agreement.ts'
import { rateAgain } from './rate-again.ts'
import { refuseOverlap } from './refuse-overlap.ts'
import { changesWorth, columnsOf, shownOf } from './store-terms.ts'
import { chargePeriods } from './subscriptions/charge-periods.ts'
import { closeQuotas } from './subscriptions/close-quotas.ts'
import { creditUnused } from './subscriptions/credit-unused.ts'
import { pausePeriods } from './subscriptions/pause-periods.ts'
import type { Terms } from './terms.ts'

type Wanted = z.output<typeof contract.body>
type After = { state: AgreementState; terms: Terms }

/** Where an agreement may go from each state. An ended one stays ended; a new one takes its place. */
const moves: Record<AgreementState, readonly AgreementState[]> = {
  draft: ['active', 'ended'],
  active: ['suspended', 'ended'],
  suspended: ['active', 'ended'],
  ended: [],
}

/**
 * Changes, activates, suspends or ends an agreement. Time that is not invoiced yet and that it rated, rates now or no
 * longer rates is covered and rated anew in the order of its work, in the same transaction (R11, R16). An agreement that
 * ends covers work up to its last day, at the latest today; a suspended one keeps what it covers and takes nothing.
 * Refuses a stale version, a move that its state does not know, a second active agreement on time spent for all work,
 * things that are not active, and money that is not the agreement's.
 */
export async function updateAgreement(
  tx: Tx,
  context: Context,
  { agreementId, state: wantedState, ...wanted }: { agreementId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const before = await holdAgreement(tx, agreementId, context.now)
  const { customerId, currency } = before
  requireVersion(before.version, ifMatch)
  const state = wantedState ?? before.state
  requireMove(before, state, wanted.validTo)
  const chosen = await chooseTerms(tx, before, before.terms, wanted)
  const terms = state === 'ended' ? { ...chosen, validTo: endedOn(chosen, before) } : chosen
  const after: After = { state, terms }
  const shown = { ...shownOf(before.terms, currency), state: before.state }
  const changes = changesBetween(shown, { ...shownOf(terms, currency), state })
  if (changes.length === 0) return
  await leaveState(tx, context, before, after)
  await store(tx, context, before, after)
  await appendEvents(tx, context, { kind: 'agreement', id: agreementId, customerId }, [
    { type: 'agreement.changed', name: terms.heading, changes },
  ])
  await followPlan(tx, context, before, after)
  if (before.state !== state || changesWorth(before.terms, terms))
    await rateAgain(tx, context, customerId, { agreementId })
}

/** Refuses with `agreement_state_refused`. The last day of an agreement under notice is the notice's to say. */
function requireMove(before: HeldAgreement, state: AgreementState, validTo: string | null | undefined): void {
  if (state !== before.state && !moves[before.state].includes(state)) throw new Refusal('agreement_state_refused')
  if (before.terminatedOn !== null && validTo !== undefined && validTo !== before.terms.validTo)
    throw new Refusal('agreement_state_refused', { detail: 'Notice was given: its last day is that of the notice.' })
}

/** The last day of an agreement that ends: as it says, today at the latest, and never before its first day. */
function endedOn({ validFrom, validTo }: Terms, { today }: HeldAgreement): string {
  const last = validTo !== null && validTo < today ? validTo : today
  return last < validFrom ? validFrom : last
}

/**
 * What was to be charged up to a suspension is charged before it begins, and what it lasted is left out when it is over
 * (R36).
 */
async function leaveState(tx: Tx, context: Context, before: HeldAgreement, { state, terms }: After): Promise<void> {
  const { id: agreementId, settlement, today } = before
  if (settlement !== 'subscription' || before.state === state) return
  if (state === 'suspended') await chargePeriods(tx, context, { agreementId, today })
  if (before.state !== 'suspended') return
  const through = state === 'ended' ? (terms.validTo ?? today) : addDays(today, -1)
  await pausePeriods(tx, context, { agreementId, through })
}

async function store(tx: Tx, { newId }: Context, before: HeldAgreement, { state, terms }: After): Promise<void> {
  const data = { ...columnsOf(terms), state, version: { increment: 1 } }
  await refuseOverlap(() => tx.agreement.update({ where: { id: before.id }, data }))
  if (terms.scope !== before.terms.scope) await storeScope(tx, newId, before.id, terms.scope)
}

/** A plan charges, credits and closes what the agreement's new state and end ask for. */
async function followPlan(tx: Tx, context: Context, before: HeldAgreement, { state }: After): Promise<void> {
  const { id: agreementId, settlement, today } = before
  if (settlement !== 'subscription') return
  if (state === 'active' || (state === 'ended' && before.state === 'active'))
    await chargePeriods(tx, context, { agreementId, today })
  await creditUnused(tx, context, { agreementId })
  await closeQuotas(tx, { agreementId, today })
}
