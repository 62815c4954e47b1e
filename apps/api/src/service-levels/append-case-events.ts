import type { EventPayload } from '@timedesk/contracts/events'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendAnyEvents } from '../platform/events/append-events.ts'
import { readClockGround, settleClocks, type ClockedCase } from './refresh-clocks.ts'

/**
 * Writes what happened to a case, and has its clocks follow in the same transaction, which has to hold the case's row.
 * The clocks' log is asked for along with the writing, so a case without clocks costs nothing. A contact may not write
 * clocks: of its deeds the consumer `arrange` has them follow.
 */
export async function appendCaseEvents(
  tx: Tx,
  context: Acting,
  about: ClockedCase,
  events: readonly EventPayload[],
): Promise<void> {
  if (events.length === 0) return
  const { id, customerId } = about
  const append = appendAnyEvents(tx, context, { kind: 'case', id, caseId: id, customerId }, events)
  if (context.actor.kind === 'contact') return append
  const [ground] = await Promise.all([readClockGround(tx, id), append])
  await settleClocks(tx, context, about, ground)
}
