import { decideRedispatch, dispatchedEvent } from '@timedesk/domain/helpdesk/decide-dispatch'
import { isEnded } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import { rateCase } from '../agreements/rate-case.ts'
import { findHolder } from '../helpdesk/dispatch-case.ts'
import { lockCase } from '../helpdesk/lock-case.ts'
import { progressUpdate } from '../helpdesk/store-progress.ts'
import type { CaseWorker, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendCaseEvents } from '../service-levels/append-case-events.ts'
import { asksRules } from './load-dispatch-ground.ts'
import { placeCase, type Placed } from './place-case.ts'

/**
 * Where the rules send a case that this transaction has just stored and not yet logged; the row follows them, and the
 * log is for the caller to write.
 */
export async function placeNewCase(tx: Tx, now: Date, caseId: string): Promise<Placed> {
  const placed = await placeCase(tx, now, caseId, 'created')
  await tx.rows(Prisma.sql`UPDATE support_case SET department_id = ${placed.department.id}::uuid, responsible_id = ${placed.responsible?.id ?? null}::uuid
    WHERE id = ${caseId}::uuid`)
  return placed
}

/**
 * Dispatches by the rules what a contact reported: its own request could not ask them. Done once, however often it is
 * asked for: when a rule has decided, or anybody has handed the case on, it stays where it is.
 */
export async function dispatchNewCase(tx: Tx, context: Context<CaseWorker>, caseId: string): Promise<void> {
  const before = await lockCase(tx, caseId)
  if (isEnded(before.status.category) || !(await waitsForRules(tx, context.now, caseId))) return
  const holder = await findHolder(tx, before)
  const placed = await placeCase(tx, context.now, caseId, 'created')
  const { changes } = decideRedispatch(holder, placed)
  // What a rule decides is told even where it leaves the case: it is what says that the rules were asked.
  if (placed.why.rule !== 'by_rule' && changes.departmentId === undefined) return
  const about = { id: caseId, customerId: before.customerId }
  if (changes.departmentId !== undefined) await tx.rows(progressUpdate(caseId, changes))
  await appendCaseEvents(tx, context, about, [dispatchedEvent(holder, placed, placed.why)])
  if (placed.department.id !== before.departmentId) await rateCase(tx, context, about, 'scope')
}

async function waitsForRules(tx: Tx, now: Date, caseId: string): Promise<boolean> {
  const [[told], asks] = await Promise.all([
    tx.rows<{ isUntouched: boolean }>(Prisma.sql`
      SELECT count(*) = 1 AND bool_and(actor_kind = 'contact') AS "isUntouched" FROM event WHERE case_id = ${caseId}::uuid AND type = 'case.dispatched'`),
    asksRules(tx, now),
  ])
  return asks && told?.isUntouched === true
}
