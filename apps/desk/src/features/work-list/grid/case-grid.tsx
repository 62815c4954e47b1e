import type { CSSProperties, KeyboardEvent, MouseEvent, PointerEvent } from 'react'

import { useWorkListWords } from '../use-work-list-words.ts'
import type { Aside } from './aside.ts'
import { CaseRow } from './case-row.tsx'
import { tracksOf, type Column } from './columns.ts'
import { GridHead, type HeadSort } from './grid-head.tsx'
import './grid.css'
import type { ListItem } from './list-items.ts'
import type { Selection } from './selection.ts'
import type { CaseGridModel } from './use-case-grid.ts'

export type GridEvents = {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onClickCapture: (event: MouseEvent<HTMLElement>) => void
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onPointerUp: () => void
  onPointerCancel: () => void
  onPointerMove: (event: PointerEvent<HTMLElement>) => void
}

type CaseGridProps = {
  model: CaseGridModel
  columns: readonly Column[]
  aside: Aside
  selection: Selection
  sort: HeadSort
  state: unknown
  hasMore: boolean
  events: GridEvents
}

/** The cases as a grid with one tab stop; only the lines near the screen are drawn. */
export function CaseGrid(props: CaseGridProps) {
  const { model, columns, aside, selection, sort, state, hasMore, events } = props
  const words = useWorkListWords()
  const { items, tops, box, lines, active } = model
  const tracks: CSSProperties & Record<'--desk-tracks', string> = { '--desk-tracks': tracksOf(columns) }
  return (
    <div
      role="grid"
      className="desk-grid"
      aria-label={words('list')}
      aria-multiselectable
      aria-rowcount={hasMore ? -1 : items.length + 1}
      data-selecting={selection.ids.size > 0 || undefined}
      style={tracks}
      {...events}
      onFocus={({ target }) => {
        const id = target.closest<HTMLElement>('[data-case]')?.dataset.case
        if (id !== undefined) active.take(id)
      }}
    >
      <GridHead columns={columns} sort={sort} />
      <div ref={box} role="rowgroup" className="desk-grid-lines" style={{ height: tops.at(-1) }}>
        {drawnLines(items, lines, active.id).map((line) => {
          const item = items[line]
          const top = tops[line] ?? 0
          if (item === undefined) return null
          if (item.kind === 'group') {
            return (
              <div
                key={`group ${item.key}`}
                role="row"
                className="desk-grid-group"
                aria-rowindex={line + 2}
                style={{ top }}
              >
                <span role="gridcell" aria-colspan={columns.length + FIXED_CELLS}>
                  {item.label}
                </span>
              </div>
            )
          }
          return (
            <CaseRow
              key={item.row.id}
              row={item.row}
              index={item.index}
              rowIndex={line + 2}
              top={top}
              columns={columns}
              state={state}
              isActive={item.row.id === active.id}
              isSelected={selection.ids.has(item.row.id)}
              badge={aside.badgeOf(item.row.id)}
              viewers={aside.viewersOf(item.row.id)}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Mark, number and subject. */
const FIXED_CELLS = 3

/** The lines on the screen and the one that has the focus, which must not go away when it scrolls out of sight. */
function drawnLines(
  items: readonly ListItem[],
  [first, end]: [number, number],
  activeId: string | undefined,
): number[] {
  const lines = Array.from({ length: end - first }, (_, place) => first + place)
  const active = items.findIndex((item) => item.kind === 'case' && item.row.id === activeId)
  if (active === -1 || (active >= first && active < end)) return lines
  return active < first ? [active, ...lines] : [...lines, active]
}
