import { useFormat } from '@timedesk/ui/format'

import type { VerdictAsk } from '../../shared/time/use-verdict.ts'
import type { Place } from './use-cell-saving.ts'
import { useWeekWords } from './use-week-words.ts'
import type { WeekCell } from './week-cells.ts'
import type { RowHead } from './week-rows.ts'

/** Names a row: what it is on, the task of it, and the activity. */
export function useRowName(): (row: RowHead) => string {
  const words = useWeekWords()
  return ({ subject, task, activity }) =>
    [subject?.name ?? words('internal'), task?.name, activity.name].filter((part) => part !== undefined).join(' · ')
}

/** Names a cell by its row and day. */
export function useCellName(): (place: Place) => string {
  const words = useWeekWords()
  const format = useFormat()
  const rowName = useRowName()
  return ({ row, day }) =>
    words('entriesOf', { name: rowName(row), day: `${format.weekday(day)} ${format.dayOfYear(day)}` })
}

/** What the verdict of a cell is asked about, but for its minutes. `employeeId` is left out for one's own time. */
export function askOf({ place, entry }: WeekCell, employeeId: string | undefined): Omit<VerdictAsk, 'minutes'> {
  const { subject, activity } = place.row
  return {
    ...(subject?.kind === 'case' && { caseId: subject.id }),
    ...(subject?.kind === 'project' && { projectId: subject.id }),
    ...(entry !== undefined && { entryId: entry.id }),
    ...(employeeId !== undefined && { employeeId }),
    workDate: place.day,
    activityTypeId: activity.id,
  }
}
