import type { WeekSheet } from '@timedesk/contracts/week-sheets'
import { useFormat } from '@timedesk/ui/format'
import { useId, useState, type KeyboardEvent } from 'react'

import { useMe } from '../../shared/session/use-me.ts'
import { CellEditor, type Leaving } from './cell-editor.tsx'
import { CellInfo } from './cell-info.tsx'
import type { CellDeeds } from './use-cell-deeds.tsx'
import type { GridFocus, Position } from '../../shared/lists/use-grid-focus.ts'
import { askOf, useCellName } from './use-cell-name.ts'
import { useWeekWords } from './use-week-words.ts'
import { WeekCellView } from './week-cell-view.tsx'
import type { ShownRow, WeekCell } from './week-cells.ts'
import { DayHeads, DayTotals } from './week-days-line.tsx'
import { WeekRowHead, WeekRowTotal } from './week-row-ends.tsx'

/** Before the first day stands what the row is on. */
export const FIRST_DAY_COLUMN = 1
const TYPED = /^[\d.,:]$/u

type WeekGridProps = {
  sheet: WeekSheet
  rows: readonly ShownRow[]
  grid: GridFocus
  deeds: CellDeeds
  /** Opens all that a cell holds. */
  onLook: (cell: WeekCell) => void
}

type Editing = { at: Position; text: string; isSelected: boolean }

/** Days as columns, what is worked on as rows; every cell is typed into. */
export function WeekGrid({ sheet, rows, grid, deeds, onLook }: WeekGridProps) {
  const words = useWeekWords()
  const format = useFormat()
  const me = useMe()
  const nameOf = useCellName()
  const infoId = useId()
  const [editing, setEditing] = useState<Editing | null>(null)
  const active = rows[grid.position.row]?.cells[grid.position.column - FIRST_DAY_COLUMN]

  const edit = (cell: WeekCell, at: Position, typed?: string) => {
    if (cell.kind === 'several') onLook(cell)
    if (cell.kind === 'several' || cell.closed !== null || cell.edit?.state === 'saving') return
    const kept = cell.edit?.text ?? (cell.entry === undefined ? '' : format.minutes(cell.entry.minutes))
    setEditing({ at, text: typed ?? kept, isSelected: typed === undefined })
  }
  const leave = (at: Position, leaving: Leaving) => {
    setEditing(null)
    if (leaving === 'away') return
    const rowsAway = leaving === 'up' ? -1 : leaving === 'down' ? 1 : 0
    grid.focus({ row: Math.max(0, Math.min(at.row + rowsAway, rows.length - 1)), column: at.column })
  }
  const press = (event: KeyboardEvent, cell: WeekCell, at: Position) => {
    if (event.target !== event.currentTarget || grid.move(event)) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isPlain) return
    const deed = deedOf(event.key)
    if (deed === undefined) return
    event.preventDefault()
    if (deed === 'edit') edit(cell, at)
    else if (deed === 'look') onLook(cell)
    else if (deed === 'type') edit(cell, at, event.key)
    else if (cell.kind === 'several') onLook(cell)
    else if (cell.closed === null && cell.entry !== undefined) deeds.write(cell.place, cell.entry, '')
  }

  return (
    <>
      <div className="desk-week-wrap">
        <table
          role="grid"
          className="desk-week-grid"
          aria-label={words('sheet', { name: sheet.employee.name })}
          aria-rowcount={rows.length + 2}
        >
          <thead role="rowgroup">
            <DayHeads sheet={sheet} />
          </thead>
          <tbody role="rowgroup">
            {rows.map((shown, row) => (
              <tr key={shown.row.key} role="row">
                <WeekRowHead row={shown.row} at={{ row, column: 0 }} grid={grid} />
                {shown.cells.map((cell, index) => {
                  const at = { row, column: index + FIRST_DAY_COLUMN }
                  const isEdited = editing?.at.row === row && editing.at.column === at.column
                  return (
                    <WeekCellView
                      key={cell.place.day}
                      {...{ cell, at, grid, infoId }}
                      isFree={sheet.days[index]?.workingMinutes === 0}
                      onOpen={() => edit(cell, at)}
                      onKeyDown={(event) => press(event, cell, at)}
                      editor={
                        isEdited ? (
                          <CellEditor
                            label={nameOf(cell.place)}
                            start={editing.text}
                            isSelected={editing.isSelected}
                            ask={askOf(cell, sheet.employee.id === me.id ? undefined : sheet.employee.id)}
                            onCancel={() => leave(at, 'stay')}
                            onCommit={(text, leaving) => {
                              deeds.write(cell.place, cell.entry, text)
                              leave(at, leaving)
                            }}
                          />
                        ) : null
                      }
                    />
                  )
                })}
                <WeekRowTotal shown={shown} at={{ row, column: sheet.days.length + 1 }} grid={grid} />
              </tr>
            ))}
          </tbody>
          <tfoot role="rowgroup">
            <DayTotals sheet={sheet} rows={rows} grid={grid} />
          </tfoot>
        </table>
      </div>
      <CellInfo id={infoId} cell={active} />
    </>
  )
}

function deedOf(key: string): 'edit' | 'look' | 'empty' | 'type' | undefined {
  if (key === 'Enter' || key === 'F2') return 'edit'
  if (key === ' ') return 'look'
  if (key === 'Delete' || key === 'Backspace') return 'empty'
  return TYPED.test(key) ? 'type' : undefined
}
