import { lastDayForNotice, nextTerm, renewalDue, renewalMailDueOn } from '@timedesk/domain/subscriptions/renewal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { isRunning, termOf, type HeldAgreement } from '../hold-agreement.ts'
import { giveWarnings, type Warning } from '../warnings/give-warnings.ts'

/**
 * Adds the terms that notice can no longer prevent, and tells of them; before that it tells that a term is about to
 * renew itself while there is time for notice (R40). A suspension does not stop the term. Resolves with the agreement
 * as it is then.
 */
export async function renewTerm(
  tx: Tx,
  context: Context,
  held: HeldAgreement,
  publicUrl: string,
): Promise<HeldAgreement> {
  if (!isRunning(held.state)) return held
  const { id, customerId, today, terms } = held
  let term = termOf({ ...terms, terminatedOn: held.terminatedOn })
  const renewals: Warning[] = []
  for (let next = renewalDue(term, today); next !== null; next = renewalDue(term, today)) {
    term = { ...term, validTo: next.to }
    renewals.push({
      key: `renewed:${id}:${next.to}`,
      poolId: null,
      news: { kind: 'renewed', from: next.from, validTo: next.to },
    })
  }
  if (term.validTo !== null && renewals.length > 0) {
    await tx.rows(
      Prisma.sql`UPDATE agreement SET valid_to = ${term.validTo}::date, version = version + 1 WHERE id = ${id}::uuid`,
    )
    await appendEvents(tx, context, { kind: 'agreement', id, customerId }, [
      { type: 'agreement.renewed', name: terms.heading, validTo: term.validTo },
    ])
  }
  await giveWarnings(tx, context, held, renewals, publicUrl)
  await giveWarnings(tx, context, held, noticeOf(id, term, today), publicUrl)
  if (renewals.length === 0) return held
  return { ...held, version: held.version + 1, terms: { ...terms, validTo: term.validTo } }
}

/** The word while there is time for notice: a term that can no longer be prevented has been added before. */
function noticeOf(id: string, term: ReturnType<typeof termOf>, today: string): Warning[] {
  const [dueOn, noticeBy, next] = [renewalMailDueOn(term), lastDayForNotice(term), nextTerm(term)]
  if (dueOn === null || noticeBy === null || next === null || term.validTo === null || today < dueOn) return []
  const news = { kind: 'notice' as const, validTo: term.validTo, noticeBy, renewsTo: next.to }
  return [{ key: `notice:${id}:${term.validTo}`, poolId: null, news }]
}
