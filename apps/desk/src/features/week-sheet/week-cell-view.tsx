import { useFormat } from '@timedesk/ui/format'
import type { KeyboardEvent, ReactNode } from 'react'

import type { GridFocus, Position } from '../../shared/lists/use-grid-focus.ts'
import { useWeekWords } from './use-week-words.ts'
import type { WeekCell } from './week-cells.ts'

type WeekCellViewProps = {
  cell: WeekCell
  at: Position
  /** Nobody works that day. */
  isFree: boolean
  grid: GridFocus
  infoId: string
  /** The field, while the cell is typed into. */
  editor: ReactNode
  onOpen: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** One day of one row: its time, and in words whatever colours say as well. */
export function WeekCellView({ cell, at, isFree, grid, infoId, editor, onOpen, onKeyDown }: WeekCellViewProps) {
  const words = useWeekWords()
  const format = useFormat()
  const { minutes, kind, closed, edit, entries } = cell
  const isBillable = entries.some((entry) => entry.isBillable)
  const isActive = grid.position.row === at.row && grid.position.column === at.column
  return (
    <td
      {...grid.cellProps(at)}
      {...(editor !== null && { tabIndex: -1 })}
      role="gridcell"
      className="desk-week-cell td-number"
      aria-readonly={closed !== null}
      aria-describedby={isActive ? infoId : undefined}
      data-kind={kind}
      data-free={isFree || undefined}
      data-closed={closed ?? undefined}
      data-edit={edit?.state}
      data-billable={isBillable || undefined}
      onClick={() => grid.focus(at)}
      onDoubleClick={onOpen}
      onKeyDown={onKeyDown}
    >
      {editor ?? (
        <>
          {minutes === 0 && kind === 'empty' ? <span aria-hidden="true">·</span> : format.minutes(minutes)}
          {kind === 'several' && (
            <>
              <sup aria-hidden="true">{entries.length}</sup>
              <span className="td-visually-hidden"> {words('several', { count: entries.length })}</span>
            </>
          )}
          {edit?.state === 'refused' && <span className="td-visually-hidden">{words('refusedMark')}</span>}
          {edit?.state === 'saving' && <span className="td-visually-hidden">{words('saving')}</span>}
        </>
      )}
    </td>
  )
}
