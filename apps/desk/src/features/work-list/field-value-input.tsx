import { Group, Select, TextInput } from '@mantine/core'
import { listFieldValues, type CaseField } from '@timedesk/contracts/custom-fields'
import { SearchSelect } from '@timedesk/ui/search-select'
import { TreeSelect } from '@timedesk/ui/tree-select'
import { useLanguage } from '@timedesk/ui/use-language'
import { useState } from 'react'

import { client } from '../../shared/client.ts'
import { fieldName, optionName } from '@timedesk/ui/field-names'
import { optionTree } from '@timedesk/ui/option-tree'
import { readRange, writeRange } from './field-filter.ts'
import { useFilterWords } from './use-filter-words.ts'

type FieldValueInputProps = {
  field: CaseField
  /** Null: nothing is chosen yet; empty: cases without a value. */
  value: string | null
  onChange: (value: string | null) => void
}

/** Which value of a custom field is looked for: out of those there are, or between two ends. */
export function FieldValueInput({ field, value, onChange }: FieldValueInputProps) {
  const words = useFilterWords()
  const { language } = useLanguage()
  const label = fieldName(field, language)
  const common = { label, placeholder: words('anyValue'), onChange }
  switch (field.kind) {
    case 'number':
    case 'date':
      return <RangeInput field={field} value={value ?? ''} label={label} onChange={onChange} />
    case 'checkbox':
      return (
        <Select
          {...common}
          flex={1}
          value={value}
          clearable
          data={[
            { value: 'true', label: words('yes') },
            { value: 'false', label: words('no') },
          ]}
        />
      )
    case 'tree':
      return (
        <div className="desk-field-value">
          <TreeSelect
            {...common}
            tree={[WITHOUT(words), ...optionTree(field.options, language, value)]}
            value={value}
          />
        </div>
      )
    case 'choice':
      return (
        <Select
          {...common}
          flex={1}
          value={value}
          clearable
          searchable
          data={[WITHOUT(words), ...field.options.map((one) => ({ value: one.id, label: optionName(one, language) }))]}
        />
      )
    default:
      return <UsedValueInput {...common} fieldId={field.id} value={value} />
  }
}

const WITHOUT = (words: ReturnType<typeof useFilterWords>) => ({ value: '', label: words('withoutValue') })

type RangeInputProps = { field: CaseField; value: string; label: string; onChange: (value: string | null) => void }

function RangeInput({ field, value, label, onChange }: RangeInputProps) {
  const words = useFilterWords()
  const range = readRange(value)
  const change = (changes: Partial<typeof range>) => {
    const written = writeRange({ ...range, ...changes })
    onChange(written === '' ? null : written)
  }
  const input = (end: 'from' | 'to') => (
    <TextInput
      flex={1}
      type={field.kind === 'date' ? 'date' : 'number'}
      step="any"
      label={`${label}: ${words(end).toLocaleLowerCase()}`}
      value={range[end]}
      onChange={(event) => change({ [end]: event.currentTarget.value })}
    />
  )
  return (
    <Group gap="xs" grow wrap="nowrap" flex={1}>
      {input('from')}
      {input('to')}
    </Group>
  )
}

type UsedValueInputProps = {
  fieldId: string
  label: string
  placeholder: string
  value: string | null
  onChange: (value: string | null) => void
}

/** One of the values that cases have, found by typing; of a contact by its name. */
function UsedValueInput({ fieldId, value, onChange, ...common }: UsedValueInputProps) {
  const words = useFilterWords()
  const { language } = useLanguage()
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null)
  const without = { value: '', label: words('withoutValue') }
  const shown =
    chosen?.value === value ? chosen : value === '' ? without : value === null ? null : { value, label: value }
  return (
    <div className="desk-field-value">
      <SearchSelect
        {...common}
        value={shown}
        onChange={(option) => {
          setChosen(option)
          onChange(option?.value ?? null)
        }}
        search={async (term, signal) => {
          const query = term.trim() === '' ? {} : { search: term.trim() }
          const { data } = await client.call(listFieldValues, { params: { fieldId }, query, signal })
          const found = data.map(({ value: used, label: name, labelDa, cases }) => ({
            value: String(used),
            label: language === 'da' ? (labelDa ?? name) : name,
            description: words('usedBy', { count: cases }),
          }))
          return term.trim() === '' ? [without, ...found] : found
        }}
      />
    </div>
  )
}
