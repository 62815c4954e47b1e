import { useQuery } from '@tanstack/react-query'

import { valuesOf, withValues } from '../query/chips.ts'
import { valueQueries } from '../query/value-queries.ts'
import type { FilterFormProps } from './filter-panel.tsx'
import { ValuesField } from './values-field.tsx'

/** The custom fields, each with the values in use; nothing where there are none. */
export function FieldFilters({ q, onChange }: FilterFormProps) {
  const { data: fields = [] } = useQuery(valueQueries.of('field', ''))
  return fields.map(({ text, name }) => (
    <ValuesField
      key={text}
      name={`field.${text}`}
      label={name}
      values={valuesOf(q, `field.${text}`)}
      onChange={(values) => onChange(withValues(q, `field.${text}`, values))}
    />
  ))
}
