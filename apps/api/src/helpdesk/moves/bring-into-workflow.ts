import { Refusal } from '@timedesk/contracts/refusal'
import { applyStatus } from '@timedesk/domain/helpdesk/decide-status-change'
import { isEnded } from '@timedesk/domain/helpdesk/status'
import { standingIn } from '@timedesk/domain/workflow/workflow'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendCaseEvents } from '../../service-levels/append-case-events.ts'
import { progressUpdate } from '../store-progress.ts'
import { lockCaseToMove } from './lock-case-to-move.ts'

/** Why cases stand outside their workflow, and where those of some statuses are to go. */
type Cause = {
  cause: 'workflow' | 'type'
  reason?: string
  /** The status for each status that was taken out; without one it is the nearest. */
  moves?: ReadonlyMap<string, string>
}

/**
 * Brings a case that has not ended into its workflow, where that lacks its status: to the nearest one unless told
 * otherwise. That is no move that somebody chooses, so it asks for nothing. Whether it was brought.
 */
export async function bringIntoWorkflow(
  tx: Tx,
  context: Acting,
  caseId: string,
  { cause, reason, moves }: Cause = { cause: 'type' },
): Promise<boolean> {
  const before = await lockCaseToMove(tx, context, caseId)
  const { workflow, status } = before
  const wanted = workflow.statuses.find(({ id }) => id === moves?.get(status.id))
  const to = isEnded(status.category) ? status : (wanted ?? standingIn(workflow, status))
  if (to.id === status.id) return false
  const { now } = context
  const { changes, events } = applyStatus(before, { to, cause, now, ...(reason !== undefined && { reason }) })
  await tx.rows(progressUpdate(caseId, { ...changes, lastActivityAt: now }))
  await appendCaseEvents(tx, context, before, events)
  return true
}

/** How many cases a change of settings may move in one go: nobody else's case moves meanwhile. */
const CASES_BROUGHT_MAX = 5_000
/** Their statements share the connection's round trips. */
const CASES_AT_ONCE = 50

/**
 * Brings every case that has not ended into its workflow. Resolves with how many were outside; more than can be moved in
 * one go are refused with `workflow_refused`. The transaction has to hold the workflows alone.
 */
export async function bringAllIntoWorkflows(tx: Tx, context: Acting, cause: Cause): Promise<number> {
  const brought = await bringSomeIntoWorkflows(tx, context, cause, CASES_BROUGHT_MAX + 1)
  if (brought <= CASES_BROUGHT_MAX) return brought
  throw new Refusal('workflow_refused', { detail: `It would move more than ${String(CASES_BROUGHT_MAX)} cases.` })
}

/** Brings up to so many cases into their workflows. Resolves with how many were outside. */
export async function bringSomeIntoWorkflows(tx: Tx, context: Acting, cause: Cause, limit: number): Promise<number> {
  const outside = await tx.rows<{ id: string }>(Prisma.sql`WITH flow AS MATERIALIZED (
      SELECT t.id AS type_id, v.definition -> 'statusIds' AS status_ids
        FROM (SELECT id FROM case_type UNION ALL SELECT NULL::uuid) t
        JOIN workflow w ON w.id = workflow_of_type(t.id) JOIN workflow_version v ON v.workflow_id = w.id AND v.number = w.version)
    SELECT c.id FROM support_case c JOIN flow f ON coalesce(f.type_id, ${NO_TYPE}::uuid) = coalesce(c.type_id, ${NO_TYPE}::uuid)
     WHERE c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'solved') AND NOT f.status_ids ? c.status_id::text
     ORDER BY c.id LIMIT ${limit}`)
  for (let from = 0; from < outside.length; from += CASES_AT_ONCE) {
    const some = outside.slice(from, from + CASES_AT_ONCE)
    await Promise.all(some.map(({ id }) => bringIntoWorkflow(tx, context, id, cause)))
  }
  return outside.length
}

const NO_TYPE = '00000000-0000-0000-0000-000000000000'
