import type { SilenceRule, Transition, WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import { compareTransitions, removedStatusIds } from '@timedesk/domain/workflow/compare-definitions'

/** One thing that differs between two states of a workflow. */
export type Difference =
  | { kind: 'renamed'; name: string }
  | { kind: 'statusAdded' | 'statusRemoved'; statusId: string }
  | { kind: 'order' }
  | { kind: 'moveAdded' | 'moveRemoved'; transition: Transition }
  | { kind: 'moveChanged'; before: Transition; after: Transition }
  | { kind: 'silenceAdded'; rule: SilenceRule }
  | { kind: 'silenceRemoved'; statusId: string }
  | { kind: 'reopen'; days: number | null }

type Named = { name: string; definition: WorkflowDefinition }

/** Everything that differs, in the order in which it is told. */
export function compareDrafts(before: Named, after: Named): Difference[] {
  const [was, is] = [before.definition, after.definition]
  const removed = removedStatusIds(was, is)
  const added = removedStatusIds(is, was)
  const moves = compareTransitions(was, is)
  // A move that goes with its status needs no words of its own.
  const goesAlong = ({ fromId, toId }: Transition) => removed.includes(fromId) || removed.includes(toId)
  return [
    ...(before.name === after.name ? [] : [{ kind: 'renamed' as const, name: after.name }]),
    ...added.map((statusId) => ({ kind: 'statusAdded' as const, statusId })),
    ...removed.map((statusId) => ({ kind: 'statusRemoved' as const, statusId })),
    ...(isReordered(was, is) ? [{ kind: 'order' as const }] : []),
    ...moves.added.map((transition) => ({ kind: 'moveAdded' as const, transition })),
    ...moves.removed
      .filter((move) => !goesAlong(move))
      .map((transition) => ({ kind: 'moveRemoved' as const, transition })),
    ...moves.changed.map((change) => ({ kind: 'moveChanged' as const, ...change })),
    ...compareSilence(was, is),
    ...(was.reopenDays === is.reopenDays ? [] : [{ kind: 'reopen' as const, days: is.reopenDays }]),
  ]
}

function isReordered(was: WorkflowDefinition, is: WorkflowDefinition): boolean {
  const kept = was.statusIds.filter((id) => is.statusIds.includes(id))
  return kept.join(' ') !== is.statusIds.filter((id) => was.statusIds.includes(id)).join(' ')
}

function compareSilence(was: WorkflowDefinition, is: WorkflowDefinition): Difference[] {
  const ruleOf = ({ silence }: WorkflowDefinition, id: string) => silence.find(({ statusId }) => statusId === id)
  const added = is.silence.filter((rule) => !isSameRule(ruleOf(was, rule.statusId), rule))
  const removed = was.silence.filter(({ statusId }) => ruleOf(is, statusId) === undefined)
  return [
    ...added.map((rule): Difference => ({ kind: 'silenceAdded', rule })),
    ...removed
      .filter(({ statusId }) => is.statusIds.includes(statusId))
      .map(({ statusId }): Difference => ({ kind: 'silenceRemoved', statusId })),
  ]
}

function isSameRule(one: SilenceRule | undefined, other: SilenceRule): boolean {
  return (
    one?.toId === other.toId && one.warnAfterDays === other.warnAfterDays && one.moveAfterDays === other.moveAfterDays
  )
}
