import type { FieldProblem } from '@timedesk/contracts/refusal'
import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'

import type { Ends } from './edit-definition.ts'

/** What can be looked at closer: a status, or the way from one to another. */
export type Chosen = { kind: 'status'; statusId: string } | ({ kind: 'move' } & Ends)

/** A problem of the definition and what it is about; null: of the whole. */
export type PlacedProblem = { problem: FieldProblem; place: Chosen | null }

/** Where in the drawing and the table each problem of a definition belongs, by its pointer into the request. */
export function placeProblems(problems: readonly FieldProblem[], definition: WorkflowDefinition): PlacedProblem[] {
  return problems.map((problem) => ({ problem, place: placeOf(problem.pointer, definition) }))
}

/** Whether two of them are the same. */
export function isSamePlace(one: Chosen | null, other: Chosen | null): boolean {
  if (one === null || other === null) return one === other
  if (one.kind === 'status') return other.kind === 'status' && one.statusId === other.statusId
  return other.kind === 'move' && one.fromId === other.fromId && one.toId === other.toId
}

function placeOf(pointer: string, { statusIds, transitions, silence }: WorkflowDefinition): Chosen | null {
  const [, part, at] = /^\/body\/definition\/(\w+)\/(\d+)/u.exec(pointer) ?? []
  const index = Number(at)
  if (part === 'transitions') {
    const transition = transitions[index]
    return transition === undefined ? null : { kind: 'move', fromId: transition.fromId, toId: transition.toId }
  }
  const statusId = part === 'silence' ? silence[index]?.statusId : part === 'statusIds' ? statusIds[index] : undefined
  return statusId === undefined ? null : { kind: 'status', statusId }
}
