import { UnstyledButton } from '@mantine/core'
import type { WeekSheet } from '@timedesk/contracts/week-sheets'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { dayIn } from '../../shared/day-in.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { DayBar } from './day-bar.tsx'
import { PhoneCell } from './phone-cell.tsx'
import type { CellDeeds } from './use-cell-deeds.tsx'
import { useWeekWords } from './use-week-words.ts'
import { sumMinutes } from './week-rows.ts'
import type { ShownRow, WeekCell } from './week-cells.ts'

type WeekPhoneProps = {
  sheet: WeekSheet
  rows: readonly ShownRow[]
  deeds: CellDeeds
  onLook: (cell: WeekCell) => void
}

/** The same week on a small screen: one day at a time, its rows below each other. */
export function WeekPhone({ sheet, rows, deeds, onLook }: WeekPhoneProps) {
  const words = useWeekWords()
  const format = useFormat()
  const { company } = useMe()
  const today = sheet.days.findIndex(({ day }) => day === dayIn(company.timeZone, new Date()))
  const [chosen, setChosen] = useState(Math.max(0, today))
  const day = sheet.days[chosen]
  const minutesOf = (index: number) => sumMinutes(rows.flatMap(({ cells }) => cells[index] ?? []))

  return (
    <div className="desk-week-phone">
      <div className="desk-week-daypick" role="group" aria-label={words('day')}>
        {sheet.days.map(({ day: name, workingMinutes }, index) => (
          <UnstyledButton
            key={name}
            className="td-focus"
            aria-pressed={index === chosen}
            aria-current={index === today ? 'date' : undefined}
            data-free={workingMinutes === 0 || undefined}
            onClick={() => setChosen(index)}
          >
            <span className="desk-week-date">{format.weekday(name)}</span>
            <span>{format.dayOfMonth(name)}</span>
            <span className="desk-week-date td-number">
              {minutesOf(index) === 0 ? '–' : format.minutes(minutesOf(index))}
            </span>
          </UnstyledButton>
        ))}
      </div>
      {day !== undefined && (
        <>
          <div className="desk-week-dayhead">
            <h2>{format.workDate(day.day)}</h2>
            <DayBar minutes={minutesOf(chosen)} workingMinutes={day.workingMinutes} />
          </div>
          {day.lock !== null && <p className="desk-quiet desk-small">{words(`lock_${day.lock}`)}</p>}
          <ul className="desk-week-daylist">
            {rows.map(({ row, cells }) => {
              const cell = cells[chosen]
              return cell === undefined ? null : (
                <PhoneCell
                  key={`${row.key} ${day.day}`}
                  cell={cell}
                  row={row}
                  employeeId={sheet.employee.id}
                  deeds={deeds}
                  onLook={() => onLook(cell)}
                />
              )
            })}
          </ul>
        </>
      )}
    </div>
  )
}
