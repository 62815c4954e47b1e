import type { Transition, WorkflowDefinition } from '@timedesk/contracts/workflow-definition'

export type TransitionChanges = {
  added: Transition[]
  removed: Transition[]
  changed: { before: Transition; after: Transition }[]
}

/** Which moves a new definition adds, takes away and changes. The order of what a move asks for says nothing. */
export function compareTransitions(
  before: Pick<WorkflowDefinition, 'transitions'> | null,
  after: Pick<WorkflowDefinition, 'transitions'>,
): TransitionChanges {
  const was = byEnds(before?.transitions ?? [])
  const is = byEnds(after.transitions)
  return {
    added: [...is].filter(([ends]) => !was.has(ends)).map(([, transition]) => transition),
    removed: [...was].filter(([ends]) => !is.has(ends)).map(([, transition]) => transition),
    changed: [...is].flatMap(([ends, transition]) => {
      const old = was.get(ends)
      return old === undefined || isSame(old, transition) ? [] : [{ before: old, after: transition }]
    }),
  }
}

/** The statuses that a new definition no longer has. */
export function removedStatusIds(
  before: Pick<WorkflowDefinition, 'statusIds'> | null,
  after: Pick<WorkflowDefinition, 'statusIds'>,
): string[] {
  const kept = new Set(after.statusIds)
  return (before?.statusIds ?? []).filter((id) => !kept.has(id))
}

function byEnds(transitions: readonly Transition[]): Map<string, Transition> {
  return new Map(transitions.map((transition) => [`${transition.fromId} ${transition.toId}`, transition]))
}

function isSame(one: Transition, other: Transition): boolean {
  return (['who', 'requires', 'gates'] as const).every((part) => holdsSame(one[part], other[part]))
}

function holdsSame(one: readonly string[], other: readonly string[]): boolean {
  return one.every((member) => other.includes(member)) && other.every((member) => one.includes(member))
}
