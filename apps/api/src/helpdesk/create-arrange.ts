import type { ClockKind } from '@timedesk/contracts/clock-kind'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, SystemActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { DeliveredEvent, Handler } from '../platform/events/relay.ts'
import { findEscalations } from '../service-levels/escalations.ts'
import { applyPolicy } from '../service-levels/apply-policy.ts'
import { refreshClocks } from '../service-levels/refresh-clocks.ts'
import { arrangeNewCase } from './arrange-case.ts'
import { dispatchCase } from './dispatch-case.ts'

const NOBODY: SystemActor = { kind: 'system', id: null, name: 'Timedesk' }

/**
 * What follows from an event and may not be done in the name of whoever caused it. A contact’s new case is dispatched and
 * gets its policy, and clocks follow a contact’s deeds, since its database role may do neither. A policy that gives a
 * case to somebody else when time runs out does so here. Runs in the delivery’s transaction; a repeated one finds it done.
 */
export function createArrange({ newId, now }: Pick<Deps, 'newId' | 'now'>): Handler {
  return async (tx, event, written) => {
    if (event.caseId === null || event.customerId === null) return
    const context: Context<SystemActor> = { actor: NOBODY, now: now(), newId, requestId: null, written }
    const about = { id: event.caseId, customerId: event.customerId }
    const isTombstone = await hold(tx, about.id)
    const { payload } = event
    if (payload.type === 'clock.warned' || payload.type === 'clock.breached') {
      if (!isTombstone) await escalate(tx, context, about.id, payload)
    } else if (payload.type === 'case.created' && isTombstone) await applyPolicy(tx, context, about, 'created')
    else if (payload.type === 'case.created') await arrangeNewCase(tx, context, about.id)
    else await refreshClocks(tx, context, about)
  }
}

/** Holds a case. Whether it goes on in another one by now: nobody has to take it then, but it may come back. */
async function hold(tx: Tx, caseId: string): Promise<boolean> {
  const [row] = await tx.rows<{ isTombstone: boolean }>(
    Prisma.sql`SELECT merged_into_id IS NOT NULL AS "isTombstone" FROM support_case WHERE id = ${caseId}::uuid FOR NO KEY UPDATE`,
  )
  return row?.isTombstone ?? false
}

type Mark = Extract<DeliveredEvent['payload'], { type: 'clock.warned' | 'clock.breached' }>

/** Gives the case to whom the policy names for such a moment. Whoever has left by now is passed over. */
async function escalate(tx: Tx, context: Context<SystemActor>, caseId: string, mark: Mark): Promise<void> {
  const escalations = await findEscalations(tx, await policyOf(tx, caseId, mark), mark)
  const assign = escalations.find((escalation) => escalation.assign !== null)?.assign
  if (assign === undefined || assign === null) return
  const why = { rule: 'by_escalation' as const, ...(mark.policy !== null && { ruleName: mark.policy }) }
  try {
    await dispatchCase(tx, context, { caseId, ...assign }, why)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

async function policyOf(
  tx: Tx,
  caseId: string,
  { clock, cycle }: { clock: ClockKind; cycle: number },
): Promise<string | null> {
  const [row] = await tx.rows<{ policyId: string | null }>(Prisma.sql`SELECT policy_id AS "policyId" FROM case_clock
    WHERE case_id = ${caseId}::uuid AND clock = ${clock} AND cycle = ${cycle}`)
  return row?.policyId ?? null
}
