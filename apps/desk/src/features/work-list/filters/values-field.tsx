import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { isId, valueQueries } from '../query/value-queries.ts'

const TERM_DELAY_MS = 150

type ValuesFieldProps = {
  /** The key of the query language. */
  name: string
  label: string
  /** As they are written in a query. */
  values: readonly string[]
  onChange: (values: string[]) => void
}

/** Values of one key, looked for by typing; any of those chosen is meant. */
export function ValuesField({ name, label, values, onChange }: ValuesFieldProps) {
  const [typed, setTyped] = useState('')
  const [term] = useDebouncedValue(typed, TERM_DELAY_MS)
  const { data: found = [] } = useQuery(valueQueries.of(name, term))
  const nameOf = useNames(name, values)
  const offered = found.map(({ text, name: known, hint }) => ({
    value: text,
    label: hint === null || hint === known ? known : `${known} · ${hint}`,
  }))
  const others = values.filter((value) => !offered.some((one) => one.value === value))
  return (
    <MultiSelect
      label={label}
      searchable
      clearable
      hidePickedOptions
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={[...offered, ...others.map((value) => ({ value, label: nameOf(value) }))]}
      value={[...values]}
      onChange={onChange}
    />
  )
}

/** What values are called that the text names by id; others say it themselves. */
function useNames(key: string, values: readonly string[]): (value: string) => string {
  const ids = values.filter(isId)
  return useQueries({
    queries: ids.map((id) => valueQueries.of(key, id)),
    combine: (answers) => {
      const names = new Map(answers.flatMap(({ data = [] }) => data.map(({ id, name }) => [id, name])))
      return (value: string) => (isId(value) ? (names.get(value) ?? '…') : value.replaceAll(/^"|"$/gu, ''))
    },
  })
}
