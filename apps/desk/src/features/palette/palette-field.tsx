import { Button, TextInput } from '@mantine/core'
import { IconArrowLeft, IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'

import type { PaletteLevel } from './palette-level.ts'
import { usePaletteWords } from './use-palette-words.ts'

type PaletteFieldProps = {
  term: string
  level: PaletteLevel | null
  listId: string
  activeId: string | undefined
  onTerm: (term: string) => void
  onBack: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** Where one types; before it the action whose value is asked for. */
export function PaletteField({ term, level, listId, activeId, onTerm, onBack, onKeyDown }: PaletteFieldProps) {
  const words = usePaletteWords()
  return (
    <div className="desk-palette-field">
      {level !== null && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconArrowLeft size={14} stroke={1.8} aria-hidden="true" />}
          aria-label={`${words('back')}: ${level.label}`}
          onClick={onBack}
        >
          {level.label}
        </Button>
      )}
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        role="combobox"
        aria-expanded
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={activeId}
        autoComplete="off"
        spellCheck={false}
        aria-label={level === null ? words('field') : words('fieldOf', { action: level.label })}
        placeholder={words(level === null ? 'placeholder' : 'placeholderOf')}
        leftSection={level === null && <IconSearch size={18} stroke={1.6} aria-hidden="true" />}
        value={term}
        onChange={(event) => onTerm(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
