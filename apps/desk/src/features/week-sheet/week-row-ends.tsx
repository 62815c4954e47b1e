import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { paths } from '../../shared/paths.ts'
import type { GridFocus, Position } from '../../shared/lists/use-grid-focus.ts'
import { useWeekWords } from './use-week-words.ts'
import type { ShownRow } from './week-cells.ts'
import type { RowHead } from './week-rows.ts'

/** What a row is on, as the head of its line. A case opens with Enter. */
export function WeekRowHead({ row, at, grid }: { row: RowHead; at: Position; grid: GridFocus }) {
  return (
    <th role="rowheader" scope="row" className="desk-week-head">
      <RowName
        row={row}
        linkProps={{ ...grid.cellProps(at), onKeyDown: grid.move }}
        textProps={{ ...grid.cellProps(at), onKeyDown: grid.move }}
      />
    </th>
  )
}

type RowNameProps = { row: RowHead; linkProps?: object; textProps?: object }

/** What a row is on: a case as a link, its customer, task and activity. */
export function RowName({ row: { subject, task, customer, activity }, linkProps, textProps }: RowNameProps) {
  const words = useWeekWords()
  const name = subject?.name ?? words('internal')
  const below = [customer, task?.name, activity.name].filter((part) => part !== null && part !== undefined)
  return (
    <>
      {subject?.kind === 'case' ? (
        <Link className="desk-week-name" title={name} to={paths.case(subject.number ?? subject.id)} {...linkProps}>
          {name}
        </Link>
      ) : (
        <span className="desk-week-name" title={name} {...textProps}>
          {name}
        </span>
      )}
      <span className="desk-week-below">{below.join(' · ')}</span>
    </>
  )
}

/** The sum of a row. */
export function WeekRowTotal({ shown, at, grid }: { shown: ShownRow; at: Position; grid: GridFocus }) {
  const format = useFormat()
  return (
    <td
      {...grid.cellProps(at)}
      role="gridcell"
      aria-readonly="true"
      className="desk-week-sum td-number"
      onKeyDown={grid.move}
    >
      {format.minutes(shown.minutes)}
    </td>
  )
}
