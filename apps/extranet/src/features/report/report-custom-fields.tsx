import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import type { CaseField, FieldValue, FieldValues } from '@timedesk/contracts/custom-fields'
import type { CaseChoices } from '@timedesk/contracts/extranet-cases'
import { FIELD_TEXT_LENGTH_MAX } from '@timedesk/contracts/limits'
import { lineOf } from '@timedesk/domain/fields/type-line'
import { fieldsShown } from '@timedesk/domain/fields/fields-shown'
import { requiredFields } from '@timedesk/domain/fields/required-fields'
import { fieldHelp, fieldName, optionName } from '@timedesk/ui/field-names'
import { optionTree } from '@timedesk/ui/option-tree'
import { TreeSelect } from '@timedesk/ui/tree-select'
import { useLanguage } from '@timedesk/ui/use-language'

type ReportCustomFieldsProps = {
  choices: CaseChoices
  typeId: string | null
  priorityId: string | null
  values: FieldValues
  errorOf: (fieldId: string) => string | undefined
  onChange: (values: FieldValues) => void
}

/** What the company asks of a case of this type beside the rest: what its rules show now, what is needed marked. */
export function ReportCustomFields(props: ReportCustomFieldsProps) {
  const { choices, typeId, priorityId, values, errorOf, onChange } = props
  const ground = { typeLine: lineOf(choices.types, typeId), priorityId, values }
  const required = new Set(requiredFields(choices.fields, ground, 'contact_create').map(({ id }) => id))
  const asked = fieldsShown(choices.fields, ground).filter(({ forContacts }) => forContacts === 'editable')
  return asked.map((field) => (
    <FieldInput
      key={field.id}
      field={field}
      people={choices.people}
      value={values[field.id] ?? null}
      isRequired={required.has(field.id)}
      error={errorOf(field.id)}
      onChange={(value) => onChange({ ...values, [field.id]: value })}
    />
  ))
}

type FieldInputProps = {
  field: CaseField
  people: CaseChoices['people']
  value: FieldValue
  isRequired: boolean
  error: string | undefined
  onChange: (value: FieldValue) => void
}

function FieldInput({ field, people, value, isRequired, error, onChange }: FieldInputProps) {
  const { language } = useLanguage()
  const help = fieldHelp(field, language)
  const common = {
    label: fieldName(field, language),
    required: isRequired,
    ...(help !== '' && { description: help }),
    ...(error !== undefined && { error }),
  }
  const text = typeof value === 'string' ? value : ''
  const chosen = text === '' ? null : text
  switch (field.kind) {
    case 'text':
    case 'date':
      return (
        <TextInput
          {...common}
          {...(field.kind === 'date' ? { type: 'date' } : { maxLength: FIELD_TEXT_LENGTH_MAX })}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...common}
          {...(field.range !== null && { decimalScale: field.range.decimals })}
          hideControls
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(next === '' ? null : Number(next))}
        />
      )
    case 'checkbox':
      return (
        <Checkbox
          {...common}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked ? true : null)}
        />
      )
    case 'tree':
      return (
        <TreeSelect
          {...common}
          tree={optionTree(field.options, language, chosen)}
          value={chosen}
          clearable
          onChange={onChange}
        />
      )
    case 'choice':
    case 'contact':
      return (
        <Select
          {...common}
          data={
            field.kind === 'contact'
              ? people.map(({ id, name }) => ({ value: id, label: name }))
              : field.options
                  .filter(({ isActive }) => isActive)
                  .map((option) => ({ value: option.id, label: optionName(option, language) }))
          }
          value={chosen}
          clearable
          onChange={onChange}
        />
      )
  }
}
