import { StandardRequirement } from '@timedesk/contracts/workflow-definition'
import type { Gate, Requirement, Transition } from '@timedesk/contracts/workflow-definition'
import type { FieldProblem } from '@timedesk/contracts/refusal'
import { isActive } from '../helpdesk/status.ts'
import type { CaseStatus } from '../helpdesk/status.ts'

/** What a case has, as far as moves ask for it. */
export type MoveFacts = {
  /** Requirements that are filled. `reason` never is: it belongs to the move. */
  filled: ReadonlySet<string>
  openGates: ReadonlySet<string>
  /** Custom fields that are empty and have to be filled before work on the case is done, whatever the workflow says. */
  missingToSolve?: readonly Requirement[]
  /** What custom fields are called, by their ids, for the sentences of refusals. */
  fieldNames?: ReadonlyMap<string, string>
}

/** The facts where time comes along with the message that moves the case: both are written in one go, or neither is. */
export function withTimeAlong(facts: MoveFacts): MoveFacts {
  return { ...facts, openGates: new Set([...facts.openGates, 'time_registered']) }
}

type Ends = { from: CaseStatus; to: CaseStatus }

/** Nothing is filled and no gate is open. */
export const noMoveFacts: MoveFacts = { filled: new Set(), openGates: new Set() }

/** What still has to be filled in for a move between two statuses. */
export function missingFor({ requires }: Pick<Transition, 'requires'>, ends: Ends, facts: MoveFacts): Requirement[] {
  const isDone = isActive(ends.from.category) && (ends.to.category === 'solved' || ends.to.category === 'closed')
  const demanded = isDone ? (facts.missingToSolve ?? []) : []
  return [...new Set([...requires.filter((requirement) => !facts.filled.has(requirement)), ...demanded])]
}

/** The gates of a move that are closed. */
export function closedGates({ gates }: Pick<Transition, 'gates'>, { openGates }: MoveFacts): Gate[] {
  return gates.filter((gate) => !openGates.has(gate))
}

const fillFields: Record<string, string> = {
  type: 'typeId',
  responsible: 'responsibleId',
  agreement: 'agreementId',
  project: 'projectId',
  contact: 'contactId',
  product: 'product',
}

const fieldPrefix = 'field:'

/** The custom field that a requirement is about; null for a standard one. */
export function customFieldOf(requirement: string): string | null {
  return requirement.startsWith(fieldPrefix) ? requirement.slice(fieldPrefix.length) : null
}

const requirementNames: Record<StandardRequirement, string> = {
  resolution: 'a resolution',
  reason: 'a reason',
  type: 'a type',
  responsible: 'somebody responsible',
  agreement: 'an agreement, or that it is outside any',
  project: 'a project',
  product: 'a product',
  contact: 'a contact',
}

/** A missing field, pointing at where the request of the move may bring it. */
export function missingField(requirement: Requirement, names: MoveFacts['fieldNames']): FieldProblem {
  const message = `The move needs ${nameOf(requirement, names)}.`
  return { pointer: pointerOf(requirement), code: 'field_required', message }
}

function nameOf(requirement: Requirement, names: MoveFacts['fieldNames']): string {
  const standard = StandardRequirement.safeParse(requirement)
  if (standard.success) return requirementNames[standard.data]
  return names?.get(customFieldOf(requirement) ?? '') ?? 'a field of its type'
}

function pointerOf(requirement: Requirement): string {
  const fieldId = customFieldOf(requirement)
  if (fieldId !== null) return `/body/fill/fields/${fieldId}`
  const field = fillFields[requirement]
  return field === undefined ? `/body/${requirement}` : `/body/fill/${field}`
}

const gateMessages: Record<Gate, string> = {
  resolution: 'It is not told what solved the case.',
  time_registered: 'No time is registered on the case.',
  checklist_done: 'A step of the checklist that has to be done is not.',
  children_closed: 'A case below it is neither solved nor ended.',
}

/** A closed gate, pointing at the override that passes it. */
export function closedGate(gate: Gate): FieldProblem {
  return { pointer: '/body/override', code: gate, message: gateMessages[gate] }
}
