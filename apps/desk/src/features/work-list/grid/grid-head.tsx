import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'

import { useColumnNames } from './use-column-names.ts'
import type { Column } from './columns.ts'
import { useWorkListWords } from '../use-work-list-words.ts'

/** Which way a column sorts the list now, and what a press on its head asks for; undefined: it sorts nothing. */
export type HeadSort = {
  directionOf: (column: Column | 'number') => 'ascending' | 'descending' | 'none' | undefined
  press: (column: Column | 'number') => void
}

type GridHeadProps = { columns: readonly Column[]; sort: HeadSort }

/** The heads of the columns; those that sort are buttons. */
export function GridHead({ columns, sort }: GridHeadProps) {
  const words = useWorkListWords()
  const nameOf = useColumnNames()
  return (
    <div role="rowgroup" className="desk-grid-heads">
      <div role="row" className="desk-grid-head" aria-rowindex={1}>
        <span role="columnheader">
          <span className="desk-hidden">{words('columnPick')}</span>
        </span>
        <Head column="number" name={words('columnNumber')} sort={sort} />
        <span role="columnheader">{words('columnSubject')}</span>
        {columns.map((column) => (
          <Head key={column} column={column} name={nameOf(column)} sort={sort} />
        ))}
      </div>
    </div>
  )
}

function Head({ column, name, sort }: { column: Column | 'number'; name: string; sort: HeadSort }) {
  const direction = sort.directionOf(column)
  const isIcon = column === 'priority' || column === 'cover' || column === 'responsible'
  const label = <span className={isIcon ? 'desk-hidden' : undefined}>{name}</span>
  if (direction === undefined) {
    return (
      <span role="columnheader" data-column={column} title={name}>
        {label}
      </span>
    )
  }
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown
  return (
    <span role="columnheader" data-column={column} aria-sort={direction} title={name}>
      <button type="button" className="desk-grid-sort td-focus" onClick={() => sort.press(column)}>
        {label}
        {(direction !== 'none' || isIcon) && (
          <Arrow size={12} stroke={2.2} aria-hidden="true" data-quiet={direction === 'none' || undefined} />
        )}
      </button>
    </span>
  )
}
