import type { FieldProblem } from '@timedesk/contracts/refusal'
import type { Transition, WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import { isEnded } from '../helpdesk/status.ts'
import type { CaseStatus, StatusCategory } from '../helpdesk/status.ts'
import { isForContact, isForStaff } from './may-make.ts'
import { customFieldOf } from './move-terms.ts'
import { reachableFrom, reachingBack } from './reachable.ts'

/** What the company has, as far as a definition speaks of it. */
export type DefinitionGround = {
  /** Every status of the company that is active. */
  statuses: readonly CaseStatus[]
  /** Custom fields that are active. */
  fieldIds: ReadonlySet<string>
}

const neededCategories = ['new', 'open', 'solved', 'closed'] as const

/**
 * What keeps a definition from being saved, each with a pointer into the request that brings it; empty when nothing
 * does. It needs a status of new, open, solved and closed. Each status has to be reachable from where new cases begin,
 * and from each that does not end a case staff has to have a way to a closed one.
 */
export function definitionProblems(definition: WorkflowDefinition, ground: DefinitionGround): FieldProblem[] {
  const own = [
    ...statusProblems(definition, ground),
    ...transitionProblems(definition, ground),
    ...partyProblems(definition, ground),
    ...silenceProblems(definition, ground),
  ]
  return own.length > 0 ? own : wayProblems(definition, ground)
}

function problem(path: string, code: string, message: string): FieldProblem {
  return { pointer: `/body/definition/${path}`, code, message }
}

function statusProblems({ statusIds }: WorkflowDefinition, { statuses }: DefinitionGround): FieldProblem[] {
  const known = new Map(statuses.map((status) => [status.id, status]))
  const categories = new Set(statusIds.map((id) => known.get(id)?.category))
  return [
    ...statusIds.flatMap((id, index) => {
      const path = `statusIds/${String(index)}`
      if (!known.has(id)) return [problem(path, 'status_unknown', 'The status does not exist or is not active.')]
      return statusIds.indexOf(id) < index ? [problem(path, 'status_repeated', 'The status is there twice.')] : []
    }),
    ...neededCategories
      .filter((category) => !categories.has(category))
      .map((category) => problem('statusIds', 'category_missing', `The workflow has no status for ${category} cases.`)),
  ]
}

function transitionProblems(
  { statusIds, transitions }: WorkflowDefinition,
  { fieldIds }: DefinitionGround,
): FieldProblem[] {
  const own = new Set(statusIds)
  const seen = new Set<string>()
  return transitions.flatMap((transition, index) => {
    const { fromId, toId } = transition
    const path = `transitions/${String(index)}`
    const key = `${fromId} ${toId}`
    const isRepeated = seen.has(key)
    seen.add(key)
    if (!own.has(fromId)) return [problem(`${path}/fromId`, 'status_outside', 'The workflow does not have the status.')]
    if (!own.has(toId)) return [problem(`${path}/toId`, 'status_outside', 'The workflow does not have the status.')]
    if (fromId === toId) return [problem(`${path}/toId`, 'transition_to_itself', 'A move leads to another status.')]
    if (isRepeated) return [problem(path, 'transition_repeated', 'The move is there twice.')]
    return [...repeatedTerms(transition, path), ...unknownFields(transition, path, fieldIds)]
  })
}

function repeatedTerms(transition: Transition, path: string): FieldProblem[] {
  return (['who', 'requires', 'gates'] as const).flatMap((member) => {
    const terms: readonly string[] = transition[member]
    return terms.flatMap((term, index) =>
      terms.indexOf(term) === index
        ? []
        : [problem(`${path}/${member}/${String(index)}`, 'term_repeated', 'The move says it already.')],
    )
  })
}

/** Moves that nobody can make of those whom they name. */
function partyProblems({ transitions }: WorkflowDefinition, ground: DefinitionGround): FieldProblem[] {
  const categoryOf = categories(ground)
  return transitions.flatMap((transition, index) => {
    const path = `transitions/${String(index)}/who`
    const [from, to] = [categoryOf.get(transition.fromId), categoryOf.get(transition.toId)]
    if (from === undefined || to === undefined) return []
    if (transition.who.includes('contact') && !isForContact(from, to))
      return [
        problem(path, 'contact_never', 'A contact cannot make this move: it calls cases solved, and reopens them.'),
      ]
    if (isForStaff(transition) || transition.who.includes('contact')) return []
    return [problem(path, 'nobody_may', 'Nobody whom the move is for works on cases.')]
  })
}

function unknownFields({ requires }: Transition, path: string, fieldIds: ReadonlySet<string>): FieldProblem[] {
  return requires.flatMap((requirement, index) => {
    const fieldId = customFieldOf(requirement)
    if (fieldId === null || fieldIds.has(fieldId)) return []
    return [problem(`${path}/requires/${String(index)}`, 'field_unknown', 'The field does not exist or is not active.')]
  })
}

function silenceProblems({ silence, transitions }: WorkflowDefinition, ground: DefinitionGround): FieldProblem[] {
  const categoryOf = categories(ground)
  return silence.flatMap(({ statusId, toId, warnAfterDays, moveAfterDays }, index) => {
    const path = `silence/${String(index)}`
    const category = categoryOf.get(statusId)
    if (silence.findIndex((rule) => rule.statusId === statusId) < index)
      return [problem(`${path}/statusId`, 'silence_repeated', 'There is a rule for this status already.')]
    if (category !== undefined && isEnded(category))
      return [problem(`${path}/statusId`, 'silence_of_ended', 'A case that has ended is silent for good.')]
    if (warnAfterDays >= moveAfterDays)
      return [problem(`${path}/moveAfterDays`, 'silence_order', 'The move has to come after the warning.')]
    const move = transitions.find((transition) => transition.fromId === statusId && transition.toId === toId)
    if (move === undefined) return [problem(`${path}/toId`, 'transition_missing', 'There is no such move.')]
    if (move.requires.includes('reason'))
      return [problem(`${path}/toId`, 'silence_needs_reason', 'The move needs a reason, which silence never gives.')]
    return []
  })
}

function wayProblems({ statusIds, transitions }: WorkflowDefinition, ground: DefinitionGround): FieldProblem[] {
  const categoryOf = categories(ground)
  const isIn = (id: string, category: StatusCategory) => categoryOf.get(id) === category
  const start = statusIds.find((id) => isIn(id, 'new'))
  const reached = reachableFrom(start === undefined ? [] : [start], transitions)
  const closing = reachingBack(
    statusIds.filter((id) => isIn(id, 'closed')),
    transitions.filter(isForStaff),
  )
  return statusIds.flatMap((id, index) => {
    const category = categoryOf.get(id)
    const path = `statusIds/${String(index)}`
    if (!reached.has(id)) return [problem(path, 'status_unreachable', 'No new case can reach the status.')]
    if (category === undefined || isEnded(category) || closing.has(id)) return []
    return [problem(path, 'status_without_way_out', 'Staff cannot bring a case from here to its end.')]
  })
}

function categories({ statuses }: DefinitionGround): ReadonlyMap<string, StatusCategory> {
  return new Map(statuses.map(({ id, category }) => [id, category]))
}
