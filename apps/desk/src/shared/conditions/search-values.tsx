import { Pill } from '@mantine/core'
import { CONDITION_VALUES_MAX } from '@timedesk/contracts/limits'
import type { Reference } from '@timedesk/contracts/primitives'
import { SearchSelect, type SearchOption } from '@timedesk/ui/search-select'
import { useState } from 'react'

import { useConditionWords } from './use-condition-words.ts'

type SearchValuesProps = {
  search: (term: string, signal: AbortSignal) => Promise<readonly SearchOption[]>
  names: readonly Reference[]
  values: readonly string[]
  isWrong: boolean
  onChange: (values: string[]) => void
}

/** Several things that are searched for one after the other: customers, agreements, people. */
export function SearchValues({ search, names, values, isWrong, onChange }: SearchValuesProps) {
  const words = useConditionWords()
  const [found, setFound] = useState<readonly Reference[]>([])
  const nameOf = (id: string) => [...found, ...names].find((known) => known.id === id)?.name ?? words('gone')
  return (
    <div className="desk-condition-search">
      {values.length > 0 && (
        <Pill.Group role="group" aria-label={words('values')}>
          {values.map((id) => (
            <Pill
              key={id}
              withRemoveButton
              removeButtonProps={{
                'aria-label': words('removeValue', { name: nameOf(id) }),
                tabIndex: 0,
                'aria-hidden': false,
              }}
              onRemove={() => onChange(values.filter((other) => other !== id))}
            >
              {nameOf(id)}
            </Pill>
          ))}
        </Pill.Group>
      )}
      <SearchSelect
        // A new one for each choice, which begins empty.
        key={values.length}
        hideLabel
        label={words('addValue')}
        value={null}
        search={search}
        disabled={values.length >= CONDITION_VALUES_MAX}
        error={isWrong}
        onChange={(option) => {
          if (option === null || values.includes(option.value)) return
          setFound((before) => [...before, { id: option.value, name: option.label }])
          onChange([...values, option.value])
        }}
      />
    </div>
  )
}
