import type { SilenceRule, Transition, WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import { isActive } from '../helpdesk/status.ts'
import type { CaseStatus, StatusCategory } from '../helpdesk/status.ts'

/** A workflow as the rules read it: its statuses in their order, and what its version in force says of them. */
export type Workflow = {
  statuses: readonly CaseStatus[]
  transitions: readonly Transition[]
  silence: readonly SilenceRule[]
  /** Days after closing in which a case may be taken up again (R78); null: for ever. */
  reopenDays: number | null
}

/** A definition with its statuses looked up. What the company does not know is left out. */
export function workflowOf(definition: WorkflowDefinition, known: readonly CaseStatus[]): Workflow {
  const byId = new Map(known.map((status) => [status.id, status]))
  const { statusIds, ...rules } = definition
  return { ...rules, statuses: statusIds.flatMap((id) => byId.get(id) ?? []) }
}

/** Where a case goes that goes to a category by itself; null when the workflow has no status of it. */
export function firstStatus({ statuses }: Workflow, category: StatusCategory): CaseStatus | null {
  return statuses.find((status) => status.category === category) ?? null
}

/**
 * The nearest status of a workflow to a category: one of the same, else an open one for work that goes on and a
 * closed one for what has ended. Throws a RangeError for a workflow without those.
 */
export function nearestStatus(workflow: Workflow, category: StatusCategory): CaseStatus {
  const other = isActive(category) ? 'open' : 'closed'
  const nearest = firstStatus(workflow, category) ?? firstStatus(workflow, other)
  if (nearest === null) throw new RangeError(`The workflow has no status of ${category}, nor of ${other}`)
  return nearest
}

/**
 * What a status counts as in a workflow: itself, or the nearest one where the workflow does not have it. Only cases
 * that have ended stand in such a status, since history is never judged anew.
 */
export function standingIn(workflow: Workflow, status: CaseStatus): CaseStatus {
  return workflow.statuses.find(({ id }) => id === status.id) ?? nearestStatus(workflow, status.category)
}

/** The move from one status to another, if the workflow has it. */
export function transitionBetween(
  workflow: Pick<Workflow, 'transitions'>,
  from: CaseStatus,
  to: CaseStatus,
): Transition | null {
  return workflow.transitions.find(({ fromId, toId }) => fromId === from.id && toId === to.id) ?? null
}
