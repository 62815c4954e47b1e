import type { SilenceRule, Transition, WorkflowDefinition } from '@timedesk/contracts/workflow-definition'

/** From where to where a move leads. */
export type Ends = { fromId: string; toId: string }

/** The move between two statuses; undefined when the workflow has none. */
export function transitionOf({ transitions }: WorkflowDefinition, { fromId, toId }: Ends): Transition | undefined {
  return transitions.find((transition) => transition.fromId === fromId && transition.toId === toId)
}

/** With the move as given: in the place of the one between the same statuses, else last. */
export function putTransition(definition: WorkflowDefinition, transition: Transition): WorkflowDefinition {
  const { transitions } = definition
  const isThere = transitions.some((other) => isBetween(other, transition))
  return {
    ...definition,
    transitions: isThere
      ? transitions.map((other) => (isBetween(other, transition) ? transition : other))
      : [...transitions, transition],
  }
}

/** With the move between two statuses: as it is, or as a new one that anybody may make and that asks for nothing. */
export function allowMove(definition: WorkflowDefinition, ends: Ends): WorkflowDefinition {
  if (transitionOf(definition, ends) !== undefined) return definition
  return putTransition(definition, { ...ends, who: [], requires: [], gates: [] })
}

/** Without the move between two statuses. */
export function forbidMove(definition: WorkflowDefinition, ends: Ends): WorkflowDefinition {
  return { ...definition, transitions: definition.transitions.filter((other) => !isBetween(other, ends)) }
}

/** With moves from a status to exactly these. Those that stay keep who may make them and what they ask for. */
export function setMovesFrom(definition: WorkflowDefinition, fromId: string, toIds: readonly string[]) {
  const { transitions } = definition
  const kept = transitions.filter((move) => move.fromId !== fromId || toIds.includes(move.toId))
  return toIds.reduce((built, toId) => allowMove(built, { fromId, toId }), { ...definition, transitions: kept })
}

/** With moves to a status from exactly these. */
export function setMovesTo(definition: WorkflowDefinition, toId: string, fromIds: readonly string[]) {
  const { transitions } = definition
  const kept = transitions.filter((move) => move.toId !== toId || fromIds.includes(move.fromId))
  return fromIds.reduce((built, fromId) => allowMove(built, { fromId, toId }), { ...definition, transitions: kept })
}

/** With a status more, which no move leads to yet. */
export function addStatus(definition: WorkflowDefinition, statusId: string): WorkflowDefinition {
  const { statusIds } = definition
  return statusIds.includes(statusId) ? definition : { ...definition, statusIds: [...statusIds, statusId] }
}

/** Without a status, its moves, and what silence does in it or brings to it. */
export function removeStatus(definition: WorkflowDefinition, statusId: string): WorkflowDefinition {
  return {
    ...definition,
    statusIds: definition.statusIds.filter((id) => id !== statusId),
    transitions: definition.transitions.filter(({ fromId, toId }) => fromId !== statusId && toId !== statusId),
    silence: definition.silence.filter((rule) => rule.statusId !== statusId && rule.toId !== statusId),
  }
}

/** What silence does in a status; null takes the rule away. */
export function setSilence(
  definition: WorkflowDefinition,
  statusId: string,
  rule: Omit<SilenceRule, 'statusId'> | null,
): WorkflowDefinition {
  const { silence } = definition
  if (rule === null) return { ...definition, silence: silence.filter((other) => other.statusId !== statusId) }
  const whole = { statusId, ...rule }
  const isThere = silence.some((other) => other.statusId === statusId)
  return {
    ...definition,
    silence: isThere ? silence.map((other) => (other.statusId === statusId ? whole : other)) : [...silence, whole],
  }
}

function isBetween(one: Ends, other: Ends): boolean {
  return one.fromId === other.fromId && one.toId === other.toId
}
