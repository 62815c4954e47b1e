import type { RuleAction } from '@timedesk/contracts/automation-rules'
import { Refusal, type FieldProblem } from '@timedesk/contracts/refusal'
import { repeatedChanges } from '@timedesk/domain/automation/repeated-changes'
import { checkValue, storedValue } from '@timedesk/domain/fields/check-value'
import { Prisma } from '@timedesk/prisma/client'
import { branchOf } from '../helpdesk/active-cases.ts'
import type { Reader } from '../platform/db/database.ts'
import { requireTextVariables } from '../texts/require-variables.ts'
import { findActionFields } from './action-fields.ts'

type Kind = 'status' | 'priority' | 'type' | 'department' | 'employee' | 'field' | 'checklist' | 'text'
type Named = { kind: Kind; id: string; pointer: string }

/**
 * Refuses with `rule_refused` changes that change one thing twice, values that a field cannot hold and telling nobody,
 * with `variable_unknown` notes that use what does not exist, and with `reference_refused` what is not there or not
 * active, and a person who is not of the department that gets the case.
 * `pointer` is where the list stands in the request.
 */
export async function requireActions(
  reader: Reader,
  actions: readonly RuleAction[],
  pointer: `/body/${string}`,
): Promise<void> {
  const at = (place: number) => `${pointer}/${String(place)}` as const
  refuse(
    'rule_refused',
    repeatedChanges(actions).map((place) => problemAt(at(place), 'repeated', 'It is changed twice.')),
  )
  refuse(
    'rule_refused',
    actions.flatMap((action, place) =>
      tellsNobody(action) ? [problemAt(at(place), 'required', 'Say who is told.')] : [],
    ),
  )
  for (const [place, action] of actions.entries())
    if (action.kind === 'note') requireTextVariables(action.body, `${at(place)}/body`)
  const missing = await findMissing(
    reader,
    actions.flatMap((action, place) => namedBy(action, at(place))),
  )
  refuse(
    'reference_refused',
    missing.map(({ pointer: where }) => problemAt(where, 'reference_refused', 'It does not exist or is not active.')),
  )
  await requireMembers(reader, actions, at)
  await requireFieldValues(reader, actions, at)
}

function tellsNobody(action: RuleAction): boolean {
  if (action.kind !== 'notify') return false
  const { responsible, leads, departmentIds, employeeIds } = action
  return !responsible && !leads && departmentIds.length + employeeIds.length === 0
}

/** Whoever gets a case is of the department that gets it, or of one below. */
async function requireMembers(
  reader: Reader,
  actions: readonly RuleAction[],
  at: (place: number) => string,
): Promise<void> {
  for (const [place, action] of actions.entries()) {
    if (action.kind !== 'assignment' || action.responsibleId === null) continue
    const found = await reader.rows(Prisma.sql`SELECT 1 FROM employee e WHERE e.id = ${action.responsibleId}::uuid
      AND e.department_id = ANY(${branchOf(action.departmentId)})`)
    const problem = problemAt(`${at(place)}/responsibleId`, 'reference_refused', 'Is not of this department.')
    if (found.length === 0) refuse('reference_refused', [problem])
  }
}

/** What an action refers to. */
function namedBy(action: RuleAction, at: string): Named[] {
  const one = (kind: Kind, id: string, member: string): Named => ({ kind, id, pointer: `${at}/${member}` })
  switch (action.kind) {
    case 'status':
      return [one('status', action.statusId, 'statusId')]
    case 'priority':
      return [one('priority', action.priorityId, 'priorityId')]
    case 'type':
      return [one('type', action.typeId, 'typeId')]
    case 'assignment':
      return [
        one('department', action.departmentId, 'departmentId'),
        ...(action.responsibleId === null ? [] : [one('employee', action.responsibleId, 'responsibleId')]),
      ]
    case 'field':
      return [one('field', action.fieldId, 'fieldId')]
    case 'checklist':
      return [one('checklist', action.templateId, 'templateId')]
    case 'reply':
      return [one('text', action.cannedTextId, 'cannedTextId')]
    case 'notify':
      return [
        ...action.departmentIds.map((id, place) => one('department', id, `departmentIds/${String(place)}`)),
        ...action.employeeIds.map((id, place) => one('employee', id, `employeeIds/${String(place)}`)),
      ]
    default:
      return []
  }
}

async function findMissing(reader: Reader, named: readonly Named[]): Promise<Named[]> {
  if (named.length === 0) return []
  const rows = await reader.rows<{ place: number }>(Prisma.sql`SELECT (w.place - 1)::int AS place
    FROM unnest(${named.map(({ kind }) => kind)}::text[], ${named.map(({ id }) => id)}::uuid[]) WITH ORDINALITY AS w (kind, id, place)
    WHERE NOT CASE w.kind
      WHEN 'status' THEN EXISTS (SELECT 1 FROM case_status t WHERE t.id = w.id AND t.is_active)
      WHEN 'priority' THEN EXISTS (SELECT 1 FROM priority t WHERE t.id = w.id AND t.is_active)
      WHEN 'type' THEN EXISTS (SELECT 1 FROM case_type t WHERE t.id = w.id AND t.is_active)
      WHEN 'department' THEN EXISTS (SELECT 1 FROM department t WHERE t.id = w.id AND t.is_active)
      WHEN 'employee' THEN EXISTS (SELECT 1 FROM employee t WHERE t.id = w.id AND t.is_active)
      WHEN 'field' THEN EXISTS (SELECT 1 FROM custom_field t WHERE t.id = w.id AND t.is_active)
      WHEN 'checklist' THEN EXISTS (SELECT 1 FROM checklist_template t WHERE t.id = w.id AND t.is_active)
      ELSE EXISTS (SELECT 1 FROM canned_text t WHERE t.id = w.id AND t.is_active AND t.scope = 'everyone') END`)
  return rows.flatMap(({ place }) => named[place] ?? [])
}

async function requireFieldValues(
  reader: Reader,
  actions: readonly RuleAction[],
  at: (place: number) => string,
): Promise<void> {
  const fields = await findActionFields(reader, actions)
  const problems = actions.flatMap((action, place): FieldProblem[] => {
    const field = action.kind === 'field' ? fields.find(({ id }) => id === action.fieldId) : undefined
    const code = action.kind === 'field' && field !== undefined ? checkValue(field, storedValue(action.value)) : null
    return code === null ? [] : [problemAt(`${at(place)}/value`, code, 'The field cannot hold this value.')]
  })
  refuse('rule_refused', problems)
}

function problemAt(pointer: string, code: string, message: string): FieldProblem {
  return { pointer, code, message }
}

function refuse(code: 'rule_refused' | 'reference_refused', fields: FieldProblem[]): void {
  if (fields.length > 0) throw new Refusal(code, { fields })
}
