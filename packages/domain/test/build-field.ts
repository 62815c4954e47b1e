import type { FieldCondition, FieldOption, FieldRules } from '@timedesk/contracts/custom-fields'
import type { Field, FieldGround } from '../src/fields/field.ts'

const openRules: FieldRules = { typeIds: null, shownWhen: [], requiredWhen: null, requiredFor: 'never' }

/** A text that contacts may fill in, for every case, unless said otherwise. */
export function buildField(
  id: string,
  { rules, ...overrides }: Partial<Omit<Field, 'rules'>> & { rules?: Partial<FieldRules> } = {},
): Field {
  return {
    id,
    kind: 'text',
    options: [],
    range: null,
    forContacts: 'editable',
    rules: { ...openRules, ...rules },
    ...overrides,
  }
}

export function buildOption(
  id: string,
  parentId: string | null = null,
  overrides: Partial<FieldOption> = {},
): FieldOption {
  return { id, label: id, labelDa: null, parentId, isActive: true, ...overrides }
}

export function buildGround(overrides: Partial<FieldGround> = {}): FieldGround {
  return { typeLine: [], priorityId: null, values: {}, ...overrides }
}

/** A condition on another field: `when('a', 'is', 'x')`. */
export function when(field: string, op: FieldCondition['op'], ...values: string[]): FieldCondition {
  return { field: field === 'priority' ? field : `field:${field}`, op, values }
}
