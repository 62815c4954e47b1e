import { ActionIcon, Fieldset, Group, Select, Stack } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { FIELD_FILTERS_MAX } from '@timedesk/contracts/limits'
import { useLanguage } from '@timedesk/ui/use-language'
import { useState } from 'react'

import { customFieldQueries } from '../../shared/custom-fields/custom-field-queries.ts'
import { fieldName } from '@timedesk/ui/field-names'
import { FieldValueInput } from './field-value-input.tsx'
import { readFieldFilter, writeFieldFilter } from './field-filter.ts'
import { useFilterWords } from './use-filter-words.ts'

type FieldFiltersProps = { filters: readonly string[]; onChange: (filters: string[]) => void }

/** Filters by custom fields: a field is chosen first, then one of the values in use. Nothing where there are none. */
export function FieldFilters({ filters, onChange }: FieldFiltersProps) {
  const words = useFilterWords()
  const { language } = useLanguage()
  const { data: fields = [] } = useQuery(customFieldQueries.all())
  const [begunId, setBegunId] = useState<string | null>(null)
  const on = filters.map(readFieldFilter)
  const begun = begunId === null || on.some(({ fieldId }) => fieldId === begunId) ? [] : [begunId]
  const rows = [...new Set(on.map(({ fieldId }) => fieldId)), ...begun].flatMap((id) => {
    const field = fields.find((candidate) => candidate.id === id)
    return field === undefined ? [] : [field]
  })
  const set = (fieldId: string, value: string | null) => {
    const others = on.filter((filter) => filter.fieldId !== fieldId)
    onChange([...others, ...(value === null ? [] : [{ fieldId, value }])].map(writeFieldFilter))
  }
  if (fields.length === 0) return null

  return (
    <Fieldset legend={words('fields')} variant="unstyled">
      <Stack gap="sm" mt={6}>
        {rows.map((field) => (
          <Group key={field.id} gap="xs" align="end" wrap="nowrap">
            <FieldValueInput
              field={field}
              value={on.find(({ fieldId }) => fieldId === field.id)?.value ?? null}
              onChange={(value) => set(field.id, value)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={words('removeField', { name: fieldName(field, language) })}
              onClick={() => {
                setBegunId(null)
                set(field.id, null)
              }}
            >
              <IconX size={16} stroke={1.8} />
            </ActionIcon>
          </Group>
        ))}
        {rows.length < FIELD_FILTERS_MAX && (
          <Select
            aria-label={words('addField')}
            placeholder={words('addField')}
            searchable
            value={null}
            data={fields
              .filter((field) => !rows.includes(field))
              .map((field) => ({ value: field.id, label: fieldName(field, language) }))}
            onChange={setBegunId}
          />
        )}
      </Stack>
    </Fieldset>
  )
}
