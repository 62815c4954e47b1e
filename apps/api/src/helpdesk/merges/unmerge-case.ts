import { Refusal } from '@timedesk/contracts/refusal'
import { decideUnmerge } from '@timedesk/domain/helpdesk/decide-merge'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { appendCaseEvents } from '../../service-levels/append-case-events.ts'
import { statusNamed } from '../lock-case.ts'
import { lockCaseToMove } from '../moves/lock-case-to-move.ts'
import { lockWorkflows } from '../moves/lock-workflows.ts'
import { progressUpdate } from '../store-progress.ts'
import { releaseParticipants } from './carry-people.ts'
import { findBranch } from './find-branch.ts'
import { findParty, holdTombstone } from './hold-cases.ts'
import { giveBack, type Taken } from './take-over.ts'

type Merge = { id: string; statusIdBefore: string; taken: Taken; mergedAt: Date }

/**
 * Undoes that a case was merged: it stands where it stood, with what had been merged into it before, and its clocks go
 * on. The survivor gets back what the merge took in its place, and who came to see it by the merge no longer does; what
 * was said on it stays there. Both logs tell of
 * it. Refuses with `not_found`, with `merge_refused` a case that is not merged, and with `undo_expired`.
 */
export async function unmergeCase(tx: Tx, context: Context<StaffActor>, { caseId }: { caseId: string }): Promise<void> {
  const { now } = context
  await lockWorkflows(tx, 'shared')
  const survivorId = await holdTombstone(tx, caseId)
  if (survivorId === null) throw new Refusal('merge_refused', { detail: 'The case is not merged into another one.' })
  const [merge] =
    await tx.rows<Merge>(Prisma.sql`SELECT id, status_id_before AS "statusIdBefore", taken, merged_at AS "mergedAt"
    FROM case_merge WHERE source_id = ${caseId}::uuid AND undone_at IS NULL`)
  const [source, survivor] = await Promise.all([findParty(tx, caseId), findParty(tx, survivorId)])
  if (merge === undefined || source === undefined || survivor === undefined) throw new Error('The merge is half there')
  const { workflow, ...progress } = await lockCaseToMove(tx, context, caseId, { allowsMerged: true })
  const { mergedAt } = merge
  const statusBefore = statusNamed(progress.statuses, merge.statusIdBefore)
  const { changes, events } = decideUnmerge(progress, { statusBefore, mergedAt }, { workflow, now })

  const branchIds = await findBranch(tx, caseId)
  await tx.rows(Prisma.sql`UPDATE case_merge SET undone_at = ${now} WHERE id = ${merge.id}::uuid`)
  await tx.rows(Prisma.sql`UPDATE support_case SET version = version + 1,
      merged_into_id = CASE WHEN id = ${caseId}::uuid THEN NULL ELSE ${caseId}::uuid END
    WHERE id = ANY(${branchIds}::uuid[])`)
  await tx.rows(progressUpdate(caseId, { ...changes, lastActivityAt: now }))
  await giveBack(tx, context, survivorId, merge.taken)
  await releaseParticipants(tx, context, survivor, branchIds)
  await appendCaseEvents(tx, context, source, [
    { type: 'case.unmerged', otherId: survivor.id, number: survivor.number, subject: survivor.subject },
    ...events,
  ])
  await appendEvents(
    tx,
    context,
    { kind: 'case', id: survivorId, caseId: survivorId, customerId: survivor.customerId },
    [{ type: 'case.released', otherId: source.id, number: source.number, subject: source.subject }],
  )
}
