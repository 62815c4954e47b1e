import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fieldName } from '@timedesk/ui/field-names'
import { useLanguage } from '@timedesk/ui/use-language'

import { CustomFieldInput } from '../custom-fields/custom-field-input.tsx'
import { customFieldQueries } from '../custom-fields/custom-field-queries.ts'
import { FieldRow } from '../forms/field-row.tsx'
import type { InputsProps } from './change-inputs.tsx'
import { useActionProblem } from './use-action-problem.ts'
import { useActionWords } from './use-action-words.ts'

/** A custom field and what is put into it; nothing empties it. */
export function FieldInputs({ action, error, onChange }: InputsProps<'field'>) {
  const words = useActionWords()
  const problemOf = useActionProblem(error)
  const { language } = useLanguage()
  const { data: fields = [] } = useQuery(customFieldQueries.all())
  // A contact belongs to one customer, and an action to none.
  const settable = fields.filter(({ id, kind }) => kind !== 'contact' || id === action.fieldId)
  const field = settable.find(({ id }) => id === action.fieldId)
  return (
    <FieldRow>
      <Select
        label={words('field')}
        searchable
        allowDeselect={false}
        data={settable.map((one) => ({ value: one.id, label: fieldName(one, language) }))}
        value={action.fieldId}
        error={problemOf('fieldId', action.fieldId === null)}
        onChange={(fieldId) => onChange({ ...action, fieldId, value: null })}
      />
      {field !== undefined && (
        <CustomFieldInput
          key={field.id}
          field={field}
          value={action.value}
          isRequired={false}
          customerId={null}
          error={problemOf('value')}
          onChange={(value) => onChange({ ...action, value })}
        />
      )}
    </FieldRow>
  )
}
