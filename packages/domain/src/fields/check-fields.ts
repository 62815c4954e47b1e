import type { FieldValue, FieldValues } from '@timedesk/contracts/custom-fields'
import { checkValue, storedValue, type ValueProblem } from './check-value.ts'
import type { Field, FieldGround } from './field.ts'
import { missingFields, type FieldMoment } from './required-fields.ts'

/** What is wrong with one field. */
export type FieldCheckProblem = {
  fieldId: string
  code: 'field_required' | 'unknown_field' | 'not_editable' | ValueProblem
}

export type FieldChange = {
  /** The active fields, in their order. */
  fields: readonly Field[]
  /** The case as it is; null for a new one. */
  before: FieldGround | null
  /** What the change leaves of it beside its fields. */
  after: Pick<FieldGround, 'typeLine' | 'priorityId'>
  /** The values that somebody gives; a field that is not named keeps its own. */
  given: FieldValues
  by: 'staff' | 'contact' | 'system'
  /** What somebody does to the case; `none` asks for no field. The product itself is never asked to fill one in. */
  moment: FieldMoment | 'none'
}

/**
 * The values that a change of a case leaves, and what is wrong with it. Naming the present value again is always fine,
 * also an option that is inactive by now. A required field that was empty before is not asked for by a change that left
 * it so: old gaps stop nobody, new ones do.
 */
export function checkFields(change: FieldChange): { values: FieldValues; problems: FieldCheckProblem[] } {
  const { fields, before, given } = change
  const known = before?.values ?? {}
  const values = new Map<string, FieldValue>(Object.entries(known))
  const problems: FieldCheckProblem[] = []
  for (const [fieldId, raw] of Object.entries(given)) {
    const value = storedValue(raw)
    if (value === (known[fieldId] ?? null)) continue
    const field = fields.find(({ id }) => id === fieldId)
    const code = field === undefined ? 'unknown_field' : refusalOf(field, value, change.by)
    if (code !== null) problems.push({ fieldId, code })
    else if (value === null) values.delete(fieldId)
    else values.set(fieldId, value)
  }
  const after = { ...change.after, values: Object.fromEntries(values) }
  problems.push(...gapsOf(change, after).map(({ id }) => ({ fieldId: id, code: 'field_required' as const })))
  return { values: after.values, problems }
}

/** A contact is not told that a field exists which is hidden. */
function refusalOf(field: Field, value: FieldValue, by: FieldChange['by']): FieldCheckProblem['code'] | null {
  if (by === 'contact' && field.forContacts !== 'editable')
    return field.forContacts === 'hidden' ? 'unknown_field' : 'not_editable'
  return checkValue(field, value)
}

function gapsOf({ fields, before, by, moment }: FieldChange, after: FieldGround): Field[] {
  if (by === 'system' || moment === 'none') return []
  const missing = missingFields(fields, after, moment)
  if (before === null || moment === 'solve') return missing
  const gapsBefore = missingFields(fields, before, moment)
  return missing.filter((field) => !gapsBefore.includes(field))
}
