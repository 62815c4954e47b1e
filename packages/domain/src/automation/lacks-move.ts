import type { RuleAction } from '@timedesk/contracts/automation-rules'
import type { CaseFacts } from '../conditions/facts.ts'
import type { CaseStatus } from '../helpdesk/status.ts'
import { standingIn, transitionBetween, type Workflow } from '../workflow/workflow.ts'

/** The workflows of cases by their type, and statuses by id. */
export type WorkflowBook = {
  workflowOf: (typeId: string | null) => Workflow | null
  statuses: ReadonlyMap<string, CaseStatus>
}

/**
 * Whether the workflow of a case has no move from the status that it has to the one that a rule gives it. Then all that
 * the rule would do is refused, since it is done as a whole or not at all.
 */
export function lacksMove(actions: readonly RuleAction[], facts: CaseFacts, book: WorkflowBook): boolean {
  const move = actions.find((action) => action.kind === 'status')
  if (move === undefined || move.statusId === facts.statusId) return false
  const typed = actions.find((action) => action.kind === 'type')
  const workflow = book.workflowOf(typed?.typeId ?? facts.typePath[0] ?? null)
  const [from, to] = [book.statuses.get(facts.statusId), book.statuses.get(move.statusId)]
  if (workflow === null || from === undefined || to === undefined) return false
  const start = standingIn(workflow, from)
  return start.id !== to.id && transitionBetween(workflow, start, to) === null
}
