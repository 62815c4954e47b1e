import type { RuleAction } from '@timedesk/contracts/automation-rules'
import type { FieldValue } from '@timedesk/contracts/custom-fields'
import type { Reference } from '@timedesk/contracts/primitives'
import { hasValue } from '@timedesk/domain/fields/field'
import { labelOf } from '@timedesk/domain/fields/label-of'
import { plainText } from '@timedesk/domain/text/plain-text'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { findActionFields, type ActionField } from './action-fields.ts'

/** The words that actions are told in: names by id, and the fields that they set. */
export type ActionWords = {
  names: ReadonlyMap<string, string>
  fields: readonly ActionField[]
}

/** What an action does, in words that read alone for ever: names rather than ids. */
export function describeAction(action: RuleAction, words: ActionWords): { action: string; value: string } {
  return { action: action.kind, value: valueOf(action, words) }
}

function valueOf(action: RuleAction, words: ActionWords): string {
  const named = (id: string) => words.names.get(id) ?? '–'
  switch (action.kind) {
    case 'status':
      return named(action.statusId)
    case 'priority':
      return named(action.priorityId)
    case 'type':
      return named(action.typeId)
    case 'assignment':
      return [action.departmentId, ...(action.responsibleId === null ? [] : [action.responsibleId])]
        .map(named)
        .join(', ')
    case 'tags':
      return [...action.add.map((tag) => `+${tag}`), ...action.remove.map((tag) => `−${tag}`)].join(' ')
    case 'field':
      return `${named(action.fieldId)}: ${fieldValueOf(action, words) ?? '–'}`
    case 'checklist':
      return named(action.templateId)
    case 'estimate':
      return action.minutes === null ? '–' : String(action.minutes)
    case 'note':
      return plainText(action.body)
    case 'reply':
      return named(action.cannedTextId)
    case 'notify':
      return toldBy(action, named)
  }
}

function toldBy(
  { responsible, leads, departmentIds, employeeIds }: Extract<RuleAction, { kind: 'notify' }>,
  named: (id: string) => string,
): string {
  const roles = [...(responsible ? ['responsible'] : []), ...(leads ? ['leads'] : [])]
  return [...roles, ...[...departmentIds, ...employeeIds].map(named)].join(', ')
}

/** The value of a custom field as people read it; null: none. */
export function fieldValueOf(
  { fieldId, value }: { fieldId: string; value: FieldValue },
  { names, fields }: ActionWords,
): string | null {
  const field = fields.find(({ id }) => id === fieldId)
  if (!hasValue(value) || field === undefined) return null
  return labelOf(field, value, 'en', names)
}

/** What describing actions takes; what is gone has no name. */
export async function findActionWords(reader: Reader, actions: readonly RuleAction[]): Promise<ActionWords> {
  const [names, fields] = await Promise.all([findActionNames(reader, actions), findActionFields(reader, actions)])
  return { names: new Map(names.map(({ id, name }) => [id, name])), fields }
}

/** The names of all that actions speak of by id, options of custom fields too. */
export async function findActionNames(reader: Reader, actions: readonly RuleAction[]): Promise<Reference[]> {
  const ids = [...new Set(actions.flatMap(idsOf))]
  if (ids.length === 0) return []
  const among = Prisma.sql`WHERE t.id = ANY(${ids}::uuid[])`
  return reader.rows<Reference>(Prisma.sql`
    SELECT t.id, t.name FROM case_status t ${among}
    UNION ALL SELECT t.id, t.name FROM priority t ${among}
    UNION ALL SELECT t.id, t.name FROM case_type t ${among}
    UNION ALL SELECT t.id, t.name FROM department t ${among}
    UNION ALL SELECT t.id, t.name FROM employee t ${among}
    UNION ALL SELECT t.id, t.name FROM contact t ${among}
    UNION ALL SELECT t.id, t.name FROM custom_field t ${among}
    UNION ALL SELECT t.id, t.name FROM checklist_template t ${among}
    UNION ALL SELECT t.id, t.name FROM canned_text t ${among}
    UNION ALL SELECT (o ->> 'id')::uuid, o ->> 'label' FROM custom_field f CROSS JOIN LATERAL jsonb_array_elements(
        coalesce(f.options -> 'options', '[]')) o
      WHERE o ->> 'id' = ANY(${ids}::text[])`)
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

function idsOf(action: RuleAction): string[] {
  switch (action.kind) {
    case 'status':
      return [action.statusId]
    case 'priority':
      return [action.priorityId]
    case 'type':
      return [action.typeId]
    case 'assignment':
      return [action.departmentId, ...(action.responsibleId === null ? [] : [action.responsibleId])]
    case 'field':
      return typeof action.value === 'string' && UUID.test(action.value)
        ? [action.fieldId, action.value]
        : [action.fieldId]
    case 'checklist':
      return [action.templateId]
    case 'reply':
      return [action.cannedTextId]
    case 'notify':
      return [...action.departmentIds, ...action.employeeIds]
    default:
      return []
  }
}
