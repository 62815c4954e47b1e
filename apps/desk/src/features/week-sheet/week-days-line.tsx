import { IconLock } from '@tabler/icons-react'
import type { WeekSheet } from '@timedesk/contracts/week-sheets'
import { useFormat } from '@timedesk/ui/format'

import { dayIn } from '../../shared/day-in.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { DayBar } from './day-bar.tsx'
import type { GridFocus } from '../../shared/lists/use-grid-focus.ts'
import { useWeekWords } from './use-week-words.ts'
import { billablePercent, type ShownRow } from './week-cells.ts'

/** The days above the columns; closed ones say so. */
export function DayHeads({ sheet }: { sheet: WeekSheet }) {
  const words = useWeekWords()
  const format = useFormat()
  const { company } = useMe()
  const today = dayIn(company.timeZone, new Date())
  return (
    <tr role="row">
      <th role="columnheader" scope="col" className="desk-week-head">
        {words('on')}
      </th>
      {sheet.days.map(({ day, lock, workingMinutes }) => (
        <th
          key={day}
          role="columnheader"
          scope="col"
          data-today={day === today || undefined}
          data-free={workingMinutes === 0 || undefined}
        >
          <span className="desk-week-day">
            {format.weekday(day)}
            {lock !== null && (
              <span title={words(`lock_${lock}`)}>
                <IconLock size={12} stroke={2} aria-hidden="true" />
                <span className="td-visually-hidden">{words(`lock_${lock}`)}</span>
              </span>
            )}
          </span>
          <span className="desk-week-date">{format.dayOfYear(day)}</span>
          {day === today && <span className="td-visually-hidden">{words('today')}</span>}
        </th>
      ))}
      <th role="columnheader" scope="col" className="desk-week-sum">
        {words('total')}
      </th>
    </tr>
  )
}

/** The sums below the columns against what was to be worked, and how much of the week is billable. */
export function DayTotals({ sheet, rows, grid }: { sheet: WeekSheet; rows: readonly ShownRow[]; grid: GridFocus }) {
  const words = useWeekWords()
  const format = useFormat()
  const row = rows.length
  const sums = sheet.days.map((_, index) => rows.reduce((sum, { cells }) => sum + (cells[index]?.minutes ?? 0), 0))
  const total = sums.reduce((sum, minutes) => sum + minutes, 0)
  const percent = billablePercent(sheet.entries)
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="desk-week-head">
        <span {...grid.cellProps({ row, column: 0 })} onKeyDown={grid.move}>
          {words('total')}
        </span>
        {percent !== null && (
          <span className="desk-week-below">{words('billableShare', { percent: format.percent(percent) })}</span>
        )}
      </th>
      {sheet.days.map(({ day, workingMinutes }, index) => (
        <td
          key={day}
          {...grid.cellProps({ row, column: index + 1 })}
          role="gridcell"
          aria-readonly="true"
          onKeyDown={grid.move}
        >
          <DayBar minutes={sums[index] ?? 0} workingMinutes={workingMinutes} />
        </td>
      ))}
      <td
        {...grid.cellProps({ row, column: sheet.days.length + 1 })}
        role="gridcell"
        aria-readonly="true"
        className="desk-week-sum"
        onKeyDown={grid.move}
      >
        <DayBar minutes={total} workingMinutes={sheet.workingMinutes} />
      </td>
    </tr>
  )
}
