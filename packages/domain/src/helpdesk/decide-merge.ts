import { TOMBSTONES_MAX, UNMERGE_DAYS } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { firstStatus, standingIn } from '../workflow/workflow.ts'
import type { Workflow } from '../workflow/workflow.ts'
import { applyStatus } from './decide-status-change.ts'
import type { CaseProgress, StatusDecision } from './decide-status-change.ts'
import { isEnded } from './status.ts'
import type { CaseStatus } from './status.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** One of two cases that are to become one. */
export type MergeParty = {
  id: string
  number: number
  customerId: string
  status: Pick<CaseStatus, 'category'>
  /** The case that it goes on in already; null: it is no tombstone. */
  mergedIntoId: string | null
  /** How many cases were merged into it. */
  tombstones: number
}

/**
 * Why a case cannot be merged into another, in words for a person; null: it can. A case that is worked on does not go on
 * in one that has ended: it would be lost with it.
 */
export function whyNotMerged(source: MergeParty, survivor: MergeParty): string | null {
  if (source.id === survivor.id) return 'A case cannot be merged into itself.'
  if (source.customerId !== survivor.customerId) return 'The cases are of different customers.'
  if (survivor.mergedIntoId !== null) return `Case ${String(survivor.number)} goes on in another one itself.`
  if (isEnded(survivor.status.category) && !isEnded(source.status.category))
    return `Case ${String(survivor.number)} has ended. Reopen it first, or merge it into the other one.`
  if (source.tombstones + survivor.tombstones >= TOMBSTONES_MAX)
    return `There may be ${String(TOMBSTONES_MAX)} cases in one at most.`
  return null
}

/**
 * What becomes of a case that goes on in another one: it closes where it has not ended, past all gates, since nobody
 * says that its work is done. When it was solved stays what it was. Refuses with `merge_refused`.
 */
export function decideMerge(
  source: MergeParty & CaseProgress,
  survivor: MergeParty,
  { workflow, now }: { workflow: Workflow; now: Date },
): StatusDecision {
  const why = whyNotMerged(source, survivor)
  if (why !== null) throw new Refusal('merge_refused', { detail: why })
  const closed = firstStatus(workflow, 'closed')
  if (isEnded(source.status.category) || closed === null) return { changes: {}, events: [] }
  const { changes, events } = applyStatus(source, { to: closed, cause: 'merge', now })
  return { changes: { ...changes, solvedAt: source.solvedAt }, events }
}

/** Until when a merge can be undone; that moment still counts. */
export function unmergeUntil(mergedAt: Date): Date {
  return new Date(mergedAt.getTime() + UNMERGE_DAYS * DAY_MS)
}

/**
 * Puts a merged case back where it stood, or to the nearest status where its workflow has lost that one. It was never
 * done, so that is no reopening. Refuses with `undo_expired` what was merged too long ago.
 */
export function decideUnmerge(
  source: CaseProgress,
  { statusBefore, mergedAt }: { statusBefore: CaseStatus; mergedAt: Date },
  { workflow, now }: { workflow: Workflow; now: Date },
): StatusDecision {
  if (now > unmergeUntil(mergedAt))
    throw new Refusal('undo_expired', {
      detail: `A merge can be undone within ${String(UNMERGE_DAYS)} days. Split off what belongs to another case.`,
    })
  if (isEnded(statusBefore.category)) return { changes: {}, events: [] }
  const { changes, events } = applyStatus(source, { to: standingIn(workflow, statusBefore), cause: 'unmerge', now })
  const { solvedAt, reopenedCount } = source
  return { changes: { ...changes, solvedAt, reopenedCount, closedAt: null }, events }
}
