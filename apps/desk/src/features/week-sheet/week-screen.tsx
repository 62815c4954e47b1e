import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { WeekSheet } from '@timedesk/contracts/week-sheets'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useEffect, useRef, useState } from 'react'

import { dayIn } from '../../shared/day-in.ts'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useLiveBursts } from '../../shared/live/live-provider.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { AddRow } from './add-row.tsx'
import { CellDialog } from './cell-dialog.tsx'
import { weekQueries } from './queries.ts'
import { RefusedEdits } from './refused-edits.tsx'
import { useCellDeeds, type CellDeeds } from './use-cell-deeds.tsx'
import { useGridFocus } from '../../shared/lists/use-grid-focus.ts'
import { useKeptRows } from './use-kept-rows.ts'
import { useWeekWords } from './use-week-words.ts'
import { showRows, type WeekCell } from './week-cells.ts'
import { FIRST_DAY_COLUMN, WeekGrid } from './week-grid.tsx'
import { WeekPhone } from './week-phone.tsx'
import { rowsOf, type RowHead } from './week-rows.ts'
import '@timedesk/ui/lists.css'
import './week-sheet.css'
import { WeekActions } from './week-actions.tsx'
import { WeekBar } from './week-bar.tsx'
import { WeekReason, WeekStateMark } from './week-state.tsx'

const LIVE_DELAY_MS = 500
const PHONE = '(max-width: 47.99em)'

type WeekScreenProps = {
  employeeId: string
  monday: string
  onWeek: (monday: string) => void
  onEmployee: (employeeId: string) => void
}

/** The week sheet of an employee. What is typed outlives going to another week, so nothing refused is lost. */
export function WeekScreen({ employeeId, monday, onWeek, onEmployee }: WeekScreenProps) {
  const me = useMe()
  const deeds = useCellDeeds(employeeId === me.id ? undefined : employeeId)
  const sheet = useQuery(weekQueries.sheet(employeeId, monday))
  useLiveBursts(
    ({ type }) => /^(?:time|week|period|overage)\./u.test(type),
    () => void sheet.refetch(),
    LIVE_DELAY_MS,
  )
  return (
    <>
      <WeekBar
        monday={monday}
        employee={sheet.data?.employee ?? { id: employeeId, name: employeeId === me.id ? me.name : '' }}
        onWeek={onWeek}
        onEmployee={onEmployee}
      >
        {sheet.data !== undefined && (
          <>
            <WeekStateMark sheet={sheet.data} />
            <WeekActions sheet={sheet.data} />
          </>
        )}
      </WeekBar>
      <QueryFace query={sheet}>
        {(found) => <Week key={`${found.employee.id} ${found.monday}`} sheet={found} deeds={deeds} />}
      </QueryFace>
    </>
  )
}

function Week({ sheet, deeds }: { sheet: WeekSheet; deeds: CellDeeds }) {
  const words = useWeekWords()
  const me = useMe()
  const isPhone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false })
  const [looked, setLooked] = useState<{ key: string; day: string } | null>(null)
  const { kept, keep } = useKeptRows(`timedesk.week.${sheet.employee.id}.${sheet.monday}`)
  const rows = showRows(sheet, rowsOf(sheet, kept), deeds)
  const today = sheet.days.findIndex(({ day }) => day === dayIn(me.company.timeZone, new Date()))
  const grid = useGridFocus(rows.length + 1, sheet.days.length + 2, {
    row: 0,
    column: Math.max(0, today) + FIRST_DAY_COLUMN,
  })
  const added = useFocusOnAdded(rows, grid, Math.max(0, today) + FIRST_DAY_COLUMN)
  const cell = rows.flatMap(({ cells }) => cells).find(({ place }) => isPlace(place, looked))
  const look = ({ place, entries }: WeekCell) => {
    if (entries.length > 0) setLooked({ key: place.row.key, day: place.day })
  }
  const add = (heads: readonly RowHead[]) => {
    keep(heads)
    added.expect(heads)
  }
  // A row whose last time goes stays where it is, so that it can be typed into again.
  const keeping: CellDeeds = {
    ...deeds,
    write: (place, entry, text) => {
      keep([place.row])
      deeds.write(place, entry, text)
    },
  }

  return (
    <>
      <WeekReason sheet={sheet} />
      <RefusedEdits saving={deeds} onRetry={({ place }) => (isPhone ? undefined : retryOf(place, rows, grid))} />
      {rows.length === 0 ? (
        <EmptyState title={words('emptyTitle')}>{words(sheet.can.register ? 'emptyText' : 'emptyOthers')}</EmptyState>
      ) : isPhone ? (
        <WeekPhone sheet={sheet} rows={rows} deeds={keeping} onLook={look} />
      ) : (
        <WeekGrid sheet={sheet} rows={rows} grid={grid} deeds={keeping} onLook={look} />
      )}
      {sheet.can.register && <AddRow sheet={sheet} known={new Set(rows.map(({ row }) => row.key))} onAdd={add} />}
      {cell !== undefined && cell.entries.length > 0 && (
        <CellDialog
          cell={cell}
          employeeId={sheet.employee.id === me.id ? undefined : sheet.employee.id}
          mayAdd={sheet.can.register}
          onClose={() => setLooked(null)}
        />
      )}
    </>
  )
}

type Rows = ReturnType<typeof showRows>

function isPlace(place: WeekCell['place'], looked: { key: string; day: string } | null): boolean {
  return looked !== null && place.row.key === looked.key && place.day === looked.day
}

function retryOf(place: WeekCell['place'], rows: Rows, grid: ReturnType<typeof useGridFocus>) {
  const row = rows.findIndex((shown) => shown.row.key === place.row.key)
  const column = rows[row]?.cells.findIndex((cell) => cell.place.day === place.day) ?? -1
  return column < 0 ? undefined : () => grid.focus({ row, column: column + FIRST_DAY_COLUMN })
}

/** A row that was added gets the focus once it is there. */
function useFocusOnAdded(rows: Rows, grid: ReturnType<typeof useGridFocus>, column: number) {
  const expected = useRef<string | null>(null)
  useEffect(() => {
    const row = rows.findIndex((shown) => shown.row.key === expected.current)
    if (row < 0) return
    expected.current = null
    grid.focus({ row, column })
  })
  return {
    expect: (heads: readonly RowHead[]) => {
      expected.current = heads[0]?.key ?? null
    },
  }
}
