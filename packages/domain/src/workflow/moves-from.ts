import type { Gate, Requirement } from '@timedesk/contracts/workflow-definition'
import { isReopening } from '../helpdesk/status.ts'
import type { CaseStatus } from '../helpdesk/status.ts'
import { mayMake } from './may-make.ts'
import type { Mover } from './may-make.ts'
import { missingFor } from './move-terms.ts'
import type { MoveFacts } from './move-terms.ts'
import { isReopenExpired } from './reopening.ts'
import { standingIn, transitionBetween } from './workflow.ts'
import type { Workflow } from './workflow.ts'

/** A move that somebody stands before, with all that it takes. */
export type PossibleMove = {
  to: CaseStatus
  requires: Requirement[]
  gates: { gate: Gate; isOpen: boolean }[]
  isReopenExpired: boolean
}

type Standing = { status: CaseStatus; closedAt: Date | null }
type Ground = { workflow: Workflow; facts: MoveFacts; now: Date }

/** Where a mover may take a case, in the order of the workflow, whether or not everything that it takes is there. */
export function movesFrom(before: Standing, mover: Mover, { workflow, facts, now }: Ground): PossibleMove[] {
  const from = standingIn(workflow, before.status)
  const isLate = isReopenExpired(before, workflow, now)
  return workflow.statuses.flatMap((to) => {
    const transition = transitionBetween(workflow, from, to)
    if (transition === null || to.id === before.status.id || !mayMake(transition, mover)) return []
    return {
      to,
      requires: missingFor(transition, { from, to }, facts),
      gates: transition.gates.map((gate) => ({ gate, isOpen: facts.openGates.has(gate) })),
      isReopenExpired: isLate && isReopening(before.status.category, to.category),
    }
  })
}

/** Whether nothing is in the way of a move that asks for nothing more. */
export function isFree({ requires, gates, isReopenExpired: isLate }: PossibleMove): boolean {
  return requires.length === 0 && gates.every(({ isOpen }) => isOpen) && !isLate
}
