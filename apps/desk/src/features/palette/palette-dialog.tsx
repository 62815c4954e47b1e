import { Modal } from '@mantine/core'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'

import type { PaletteEntry } from './palette-entry.ts'
import { PaletteField } from './palette-field.tsx'
import { PaletteFoot } from './palette-foot.tsx'
import type { PaletteLevel } from './palette-level.ts'
import { PaletteList } from './palette-list.tsx'
import './palette.css'
import { rememberUse } from './recently-used.ts'
import { useEntries } from './use-entries.ts'
import { usePaletteWords } from './use-palette-words.ts'

/** Finds and does by typing; the values of an action are one level deeper. */
export function PaletteDialog({ onClose }: { onClose: (andThen?: () => void) => void }) {
  const words = usePaletteWords()
  const listId = useId()
  const [term, setTerm] = useState('')
  const [level, setLevel] = useState<PaletteLevel | null>(null)
  const [activeId, setActiveId] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const go = (to: PaletteLevel | null, typed = '') => {
    setLevel(to)
    setTerm(typed)
    setActiveId(null)
  }
  const { entries, state } = useEntries(term, level, go)
  const index = Math.max(
    0,
    entries.findIndex(({ id }) => id === activeId),
  )
  const active = entries[index]

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active?.id])

  const choose = (entry: PaletteEntry) => {
    if (entry.reason !== undefined) return
    rememberUse(entry.id)
    if (entry.inside === undefined) onClose(entry.run)
    else entry.inside()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (by !== undefined && entries.length > 0) {
      event.preventDefault()
      setActiveId(entries[(index + by + entries.length) % entries.length]?.id ?? null)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (active !== undefined) choose(active)
    } else if (event.key === 'Backspace' && term === '' && level !== null) {
      event.preventDefault()
      go(null)
    }
  }

  return (
    <Modal
      opened
      onClose={() => onClose()}
      withCloseButton={false}
      returnFocus={false}
      size={active?.preview === undefined ? 'lg' : 'xl'}
      padding={0}
      yOffset="10vh"
      centered={false}
      attributes={{ content: { 'aria-label': words('title') } }}
    >
      <PaletteField
        term={term}
        level={level}
        listId={listId}
        activeId={active === undefined ? undefined : `${listId}-${active.id}`}
        onTerm={(typed) => {
          setTerm(typed)
          setActiveId(null)
        }}
        onBack={() => go(null)}
        onKeyDown={onKeyDown}
      />
      <div className="desk-palette-body">
        <PaletteList
          listRef={list}
          listId={listId}
          label={words('results')}
          entries={entries}
          activeId={active?.id}
          onActive={setActiveId}
          onChoose={choose}
        />
        {active?.preview !== undefined && (
          <section className="desk-palette-preview" aria-label={words('preview')} key={active.id}>
            {active.preview()}
          </section>
        )}
      </div>
      <p role="status" className="desk-palette-state" data-quiet={state === 'found' || undefined}>
        {words(state, { count: entries.length })}
      </p>
      <PaletteFoot isDeeper={level !== null} />
    </Modal>
  )
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
