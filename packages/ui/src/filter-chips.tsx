import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'

import './inputs.css'
import { useWords } from './use-words.ts'

export type FilterChip = {
  key: string
  /** The filter and its value, such as “Status: Open”. */
  label: string
}

type FilterChipsProps = {
  chips: readonly FilterChip[]
  onRemove: (key: string) => void
  onClearAll: () => void
}

/** The filters that are on, each with an x, and one button for all. Shows nothing when none is on. */
export function FilterChips({ chips, onRemove, onClearAll }: FilterChipsProps) {
  const words = useWords()
  if (chips.length === 0) {
    return null
  }
  return (
    <div className="td-chips">
      <ul className="td-chips" aria-label={words('activeFilters')}>
        {chips.map((chip) => (
          <li key={chip.key} className="td-chip">
            <span>{chip.label}</span>
            <button
              type="button"
              className="td-chip-remove"
              aria-label={words('removeFilter', { label: chip.label })}
              onClick={() => {
                onRemove(chip.key)
              }}
            >
              <IconX size={13} stroke={2.2} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <Button variant="subtle" size="compact-xs" onClick={onClearAll}>
        {words('clearAll')}
      </Button>
    </div>
  )
}
