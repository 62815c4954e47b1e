import type { StaffRole } from '@timedesk/contracts/access'
import type { ActorKind } from '@timedesk/contracts/events'
import { closedGates, missingFor, type MoveFacts } from '../workflow/move-terms.ts'
import { mayMake, type Mover } from '../workflow/may-make.ts'
import { standingIn, transitionBetween, type Workflow } from '../workflow/workflow.ts'
import type { CaseStatus } from '../helpdesk/status.ts'

/** A move of a case that was made. Of a status that is no more only name and category are known. */
export type MadeMove = {
  at: Date
  from: CaseStatus
  to: CaseStatus
  by: { kind: ActorKind; role: StaffRole | null; isResponsible: boolean }
  /** What the case had then, as far as it is known; what is not known counts as there. */
  facts: MoveFacts
}

/**
 * Whether a workflow would have refused a move that was made: it has no such status or no such transition, it is not
 * for who made it, or the case lacked what it asks for. Contacts are asked for nothing.
 */
export function isRefused(workflow: Workflow, { from, to, by, facts }: MadeMove): boolean {
  if (!workflow.statuses.some(({ id }) => id === to.id)) return true
  const start = standingIn(workflow, from)
  if (start.id === to.id) return false
  const transition = transitionBetween(workflow, start, to)
  if (transition === null || !mayMake(transition, moverOf(by))) return true
  if (by.kind === 'contact') return false
  return missingFor(transition, { from, to }, facts).length > 0 || closedGates(transition, facts).length > 0
}

/** Who has left since is taken as an agent. */
function moverOf({ kind, role, isResponsible }: MadeMove['by']): Mover {
  if (kind === 'contact') return { kind: 'contact' }
  if (kind === 'system' || kind === 'import') return { kind: 'system' }
  return { kind: 'staff', role: role ?? 'agent', isResponsible }
}
