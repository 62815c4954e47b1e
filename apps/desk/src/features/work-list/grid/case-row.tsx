import type { ListedCase } from '@timedesk/contracts/work-list'
import { memo } from 'react'
import { Link } from 'react-router'

import { paths } from '../../../shared/paths.ts'
import { useWorkListWords } from '../use-work-list-words.ts'
import type { Badge, Viewer } from './aside.ts'
import { Cell } from './cell.tsx'
import type { Column } from './columns.ts'
import { RowMarks } from './row-marks.tsx'

type CaseRowProps = {
  row: ListedCase
  /** Its place among the cases. */
  index: number
  /** Its place among the lines of the grid, the heads of the columns being the first. */
  rowIndex: number
  top: number
  columns: readonly Column[]
  /** What the case page needs to lead to the next one and back. */
  state: unknown
  isActive: boolean
  isSelected: boolean
  badge: Badge | undefined
  viewers: readonly Viewer[]
}

/** One case of the work list. The grid around it listens to keys and presses; the link covers the whole row. */
export const CaseRow = memo(function CaseRow(props: CaseRowProps) {
  const { row, index, rowIndex, top, columns, state, isActive, isSelected, badge, viewers } = props
  const words = useWorkListWords()
  return (
    <div
      role="row"
      className="desk-row"
      data-case={row.id}
      data-index={index}
      data-unread={row.isUnread || undefined}
      data-merged={row.mergedIntoNumber !== null || undefined}
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      style={{ top }}
    >
      <span role="gridcell" className="desk-row-pick">
        {row.isUnread && (
          <span className="desk-row-dot">
            <span className="desk-hidden">{words('unreadMark')}</span>
          </span>
        )}
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          // The grid hears the click, with its keys.
          onChange={ignore}
          aria-label={words('selectCase', { number: row.number })}
        />
      </span>
      <span role="gridcell" className="desk-row-number td-number">
        #{row.number}
      </span>
      <span role="gridcell" className="desk-row-words">
        <Link className="desk-row-link" to={paths.case(row.number)} state={state} tabIndex={-1} draggable={false}>
          {row.subject}
        </Link>
        <span className="desk-row-snippet">{row.snippet}</span>
        <RowMarks mergedInto={row.mergedIntoNumber} badge={badge} viewers={viewers} />
      </span>
      {columns.map((column) => (
        <span key={column} role="gridcell" className="desk-cell" data-column={column}>
          <Cell column={column} row={row} cover={badge?.cover ?? undefined} />
        </span>
      ))}
    </div>
  )
})

function ignore(): void {
  // See above.
}
