import { Button } from '@mantine/core'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'

import { Keys } from './keys.tsx'
import { chordOf, clashesWith } from './match-keys.ts'
import { useShortcutWords } from './use-shortcut-words.ts'
import type { KnownShortcut } from './use-shortcuts.ts'

const CHORDS_MAX = 3

type KeyFieldProps = {
  shortcut: KnownShortcut
  others: readonly KnownShortcut[]
  /** `keys` null: those it came with. `lost`: the shortcuts whose keys are taken. */
  onSave: (keys: string | null, lost: readonly KnownShortcut[]) => void
  onCancel: () => void
}

/** Takes the keys that are pressed, one after the other, and tells whose they are already. */
export function KeyField({ shortcut, others, onSave, onCancel }: KeyFieldProps) {
  const words = useShortcutWords()
  const hintId = useId()
  const [chords, setChords] = useState<readonly string[]>([])
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    field.current?.focus()
  }, [])
  const keys = chords.join(' ')
  const clashing = keys === '' ? [] : clashesWith(others, keys)
  const save = () => {
    if (keys !== '') onSave(keys === shortcut.standardKeys ? null : keys, clashing)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter') save()
    else if (event.key === 'Backspace') setChords(chords.slice(0, -1))
    else {
      const chord = chordOf(event.nativeEvent)
      if (chord !== null) setChords([...chords, chord].slice(-CHORDS_MAX))
    }
  }

  return (
    <div className="td-key-field">
      <div
        className="td-key-press td-focus"
        role="textbox"
        tabIndex={0}
        aria-label={words('press', { label: shortcut.label })}
        aria-describedby={hintId}
        data-mantine-stop-propagation="true"
        ref={field}
        onKeyDown={press}
      >
        {keys === '' ? words('press', { label: shortcut.label }) : <Keys keys={keys} />}
      </div>
      <p id={hintId} role="status">
        {clashing.length > 0
          ? words('taken', { labels: clashing.map(({ label }) => `“${label}”`).join(', ') })
          : words('pressHint')}
      </p>
      <div className="td-key-buttons">
        <Button size="compact-xs" disabled={keys === ''} onClick={save}>
          {words('save')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            onSave('', [])
          }}
        >
          {words('turnOff')}
        </Button>
        {shortcut.keys !== shortcut.standardKeys && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              onSave(null, clashesWith(others, shortcut.standardKeys))
            }}
          >
            {words('standard')}
          </Button>
        )}
      </div>
    </div>
  )
}
