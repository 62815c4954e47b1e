import type { Gate } from '@timedesk/contracts/workflow-definition'
import { isActive } from '../helpdesk/status.ts'
import type { CaseStatus } from '../helpdesk/status.ts'
import { closedGates } from './move-terms.ts'
import type { MoveFacts } from './move-terms.ts'
import { standingIn } from './workflow.ts'
import type { Workflow } from './workflow.ts'

/**
 * The closed gates that a case would have met on its way to where it stands, had it moved by a workflow: those of the
 * moves into its status, and for a closed one of those into solved statuses too. A case that is worked on has all of
 * them before it still. So nobody solves a case by a workflow without gates, and then brings it into one that has them.
 */
export function closedGatesInto(workflow: Workflow, status: CaseStatus, facts: MoveFacts): Gate[] {
  if (isActive(status.category)) return []
  const standing = standingIn(workflow, status)
  const isPassed = ({ id, category }: CaseStatus) =>
    id === standing.id || (standing.category === 'closed' && category === 'solved')
  const passed = new Set(workflow.statuses.filter(isPassed).map(({ id }) => id))
  const gates = workflow.transitions.filter(({ toId }) => passed.has(toId)).flatMap((transition) => transition.gates)
  return closedGates({ gates: [...new Set(gates)] }, facts)
}
