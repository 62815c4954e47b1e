import type { extranetDecideOverage as contract } from '@timedesk/contracts/time-questions'
import { Refusal } from '@timedesk/contracts/refusal'
import type { z } from 'zod'
import { decideOverage } from '../agreements/decide-overage.ts'
import type { ContactActor, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import type { Handler } from '../platform/events/relay.ts'
import type { Deps } from '../platform/deps.ts'
import { findExtranetTimeRow, waitsForConsent } from './extranet-time-line.ts'

/**
 * A contact accepts or declines work beyond the agreement (R22). Its role cannot touch what the work is worth: the
 * word is kept as an event, which `createConsent` carries out as staff would. Refuses with `not_found`, and with
 * `nothing_to_decide` when none of the line waits for the customer.
 */
export async function consentToOverage(
  tx: Tx,
  context: Context<ContactActor>,
  { entryId, verdict, reason }: { entryId: string } & z.output<typeof contract.body>,
): Promise<void> {
  const line = await findExtranetTimeRow(tx, entryId)
  if (!waitsForConsent(line)) throw new Refusal('nothing_to_decide')
  const { caseId } = line
  await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId: context.actor.customerId }, [
    { type: 'overage.consented', entryId, verdict, reason },
  ])
}

/**
 * Carries out what a contact said, in the delivery's transaction: the decision and the mark that it was carried out
 * exist together. What was decided or changed meanwhile stays as it is; the first word counts.
 */
export function createConsent({ newId, now }: Pick<Deps, 'newId' | 'now'>): Handler {
  return async (tx, { payload, actorId, actorName }, written) => {
    if (payload.type !== 'overage.consented') return
    const actor = { kind: 'contact', id: actorId, name: actorName } as const
    const { entryId, verdict, reason } = payload
    await decideOverage(tx, { actor, now: now(), newId, requestId: null, written }, { entryId, verdict, reason }).catch(
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
      },
    )
  }
}
