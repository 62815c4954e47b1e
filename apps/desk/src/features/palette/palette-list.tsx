import { Keys } from '@timedesk/ui/keys'
import type { RefObject } from 'react'

import type { PaletteEntry } from './palette-entry.ts'

type PaletteListProps = {
  listRef: RefObject<HTMLDivElement | null>
  listId: string
  label: string
  entries: readonly PaletteEntry[]
  activeId: string | undefined
  onActive: (id: string) => void
  onChoose: (entry: PaletteEntry) => void
}

/** What is offered, under headings; what is not possible says why. */
export function PaletteList({ listRef, listId, label, entries, activeId, onActive, onChoose }: PaletteListProps) {
  const groups = Map.groupBy(entries, ({ group }) => group)
  return (
    <div ref={listRef} className="desk-palette-list" role="listbox" id={listId} aria-label={label}>
      {[...groups].map(([group, members]) => (
        <div key={group} role="group" aria-label={group}>
          <div className="desk-palette-group" role="presentation">
            {group}
          </div>
          {members.map((entry) => (
            <div
              key={entry.id}
              id={`${listId}-${entry.id}`}
              className="desk-palette-option"
              role="option"
              aria-selected={entry.id === activeId}
              aria-disabled={entry.reason !== undefined}
              onMouseMove={() => entry.id !== activeId && onActive(entry.id)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(entry)}
            >
              {entry.sign !== undefined && <span className="td-number desk-quiet">{entry.sign}</span>}
              <span className="desk-palette-words">
                {entry.face ?? entry.label} <small className="desk-quiet">{entry.reason ?? entry.detail}</small>
              </span>
              {entry.mark}
              {entry.keys !== undefined && entry.keys !== '' && <Keys keys={entry.keys} />}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
