import type { TimeEntry } from '@timedesk/contracts/time'
import type { WeekSheet } from '@timedesk/contracts/week-sheets'

import type { CellEdit, CellSaving, Place } from './use-cell-saving.ts'
import { closedBecause, kindOfCell, sumMinutes, type CellKind, type ClosedBecause, type WeekRow } from './week-rows.ts'

/** One day of one row, as it is shown: with what is on its way to the API. */
export type WeekCell = {
  place: Place
  entries: readonly TimeEntry[]
  kind: CellKind
  /** The entry that the cell stands for; undefined when it holds none or several. */
  entry: TimeEntry | undefined
  minutes: number
  closed: ClosedBecause | null
  edit: CellEdit | undefined
}

export type ShownRow = { row: WeekRow; cells: readonly WeekCell[]; minutes: number }

/** The rows with their cells as they are shown. */
export function showRows(
  sheet: WeekSheet,
  rows: readonly WeekRow[],
  { editOf }: Pick<CellSaving, 'editOf'>,
): ShownRow[] {
  return rows.map((row) => {
    const cells = sheet.days.map(({ day, lock }, index): WeekCell => {
      const entries = row.cells[index] ?? []
      const place = { row, day }
      const edit = editOf(place)
      const kind = kindOfCell(entries)
      return {
        ...{ place, entries, kind, edit },
        entry: kind === 'single' ? entries[0] : undefined,
        minutes: edit?.state === 'saving' ? edit.minutes : sumMinutes(entries),
        closed: kind === 'several' ? null : closedBecause(sheet, lock, entries),
      }
    })
    return { row, cells, minutes: sumMinutes(cells) }
  })
}

/** How much of the time is billable, from 0 to 100; null while there is none. */
export function billablePercent(entries: readonly TimeEntry[]): number | null {
  const total = sumMinutes(entries)
  if (total <= 0) return null
  return Math.round((sumMinutes(entries.filter(({ isBillable }) => isBillable)) * 100) / total)
}
