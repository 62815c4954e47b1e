import { isRefusal } from '@timedesk/client/api-error'
import type { CaseField, FieldValues } from '@timedesk/contracts/custom-fields'
import type { FieldGround } from '@timedesk/domain/fields/field'
import { fieldsShown } from '@timedesk/domain/fields/fields-shown'
import { requiredFields, type FieldMoment } from '@timedesk/domain/fields/required-fields'

import { CustomFieldInput } from './custom-field-input.tsx'
import { isFieldProblem, useCustomFieldWords } from './use-custom-field-words.ts'

type CustomFieldInputsProps = {
  /** In their order. */
  fields: readonly CaseField[]
  /** What their rules look at, beside the values. */
  ground: Omit<FieldGround, 'values'>
  values: FieldValues
  onChange: (values: FieldValues) => void
  /** When they are filled in, which says what has to be. */
  moment: FieldMoment
  /** Whose contacts may be chosen; null: nobody's yet. */
  customerId: string | null
  /** Why the form was refused; its problems stand at the fields. */
  error?: unknown
  /** Where values are in the request's body. */
  pointer?: string
}

/** Custom fields as a part of a form: those that their rules show now, with what has to be filled in marked. */
export function CustomFieldInputs(props: CustomFieldInputsProps) {
  const { fields, ground, values, onChange, moment, customerId, error, pointer = '/body/fields/' } = props
  const problemOf = useCustomFieldProblem(error, pointer)
  const whole = { ...ground, values }
  const required = new Set(requiredFields(fields, whole, moment).map(({ id }) => id))
  return fieldsShown(fields, whole).map((field) => (
    <CustomFieldInput
      key={field.id}
      field={field}
      value={values[field.id] ?? null}
      onChange={(value) => onChange({ ...values, [field.id]: value })}
      isRequired={required.has(field.id)}
      error={problemOf(field.id)}
      customerId={customerId}
    />
  ))
}

/** Says what a refusal finds wrong with a custom field; undefined when it is fine. */
export function useCustomFieldProblem(error: unknown, pointer: string): (fieldId: string) => string | undefined {
  const words = useCustomFieldWords()
  return (fieldId) => {
    const found = isRefusal(error) ? error.fields.find((problem) => problem.pointer === `${pointer}${fieldId}`) : null
    if (found === null || found === undefined) return undefined
    return words(isFieldProblem(found.code) ? found.code : 'refused')
  }
}
