import type { Case } from '@timedesk/contracts/cases'
import type { CaseFieldValue, FieldValues } from '@timedesk/contracts/custom-fields'
import type { FieldGround } from '@timedesk/domain/fields/field'

/** What the rules of fields look at in a case. Its fields come for its type alone, so that they ask for none. */
export function groundOf({ priority, fields }: Case): FieldGround {
  return { typeLine: [], priorityId: priority.id, values: valuesOf(fields) }
}

/** The values of a case by their field. */
export function valuesOf(fields: readonly CaseFieldValue[]): FieldValues {
  return Object.fromEntries(fields.map(({ id, value }) => [id, value]))
}
