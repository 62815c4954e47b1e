import { useMediaQuery } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { ListedCase } from '@timedesk/contracts/work-list'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { useNavigate } from 'react-router'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { BASE_PATH, paths } from '../../shared/paths.ts'
import { CARD_COLUMNS, fitColumns, type Column } from './grid/columns.ts'
import { useCaseGrid } from './grid/use-case-grid.ts'
import { useGridEvents, type GridDeeds } from './grid/use-grid-events.ts'
import { remPx } from './grid/use-row-window.ts'
import { useWidth } from './grid/use-width.ts'
import { useAside } from './use-aside.ts'
import { useGroups } from './use-groups.ts'
import { useListKeys } from './use-list-keys.ts'
import type { ListState } from './use-list-state.ts'
import { usePeek } from './use-peek.ts'
import { useRowDeeds } from './use-row-deeds.ts'
import { useSelection, type CaseSelection } from './use-selection.ts'

const NARROW = '(max-width: 47.99em)'
const NO_ROOM_FOR_PEEK = '(max-width: 61.99em)'
/** Who only passes a row does not want its case. */
const DWELL_MS = 120
const NO_ROWS: readonly ListedCase[] = []

/** All that the list of a view needs: its cases, the grid with its focus, what is chosen, and what keys do. */
export function useCaseList(
  list: ListState,
  wish: readonly Column[],
  onPrefetch: (row: { id: string; number: number }) => void,
) {
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
  const hasRoom = !useMediaQuery(NO_ROOM_FOR_PEEK, false, { getInitialValueInEffect: false })
  const cases = useInfiniteQuery({
    ...caseQueries.list(list.query),
    // Sorted anew, the old order stays until the new one is there.
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => cases.data?.pages.flatMap(({ data }) => data) ?? NO_ROWS, [cases.data])
  const state = useLinkState(list.search, rows)
  const [element, width] = useWidth()
  const columns = useFitting(wish, width, isNarrow)
  const grid = useCaseGrid(rows, useGroups(list.group), JSON.stringify(list.query), isNarrow)
  const active = rows[grid.active.index]
  const aside = useAside(rows, grid)
  const selection = useSelection(rows)
  const peek = usePeek(hasRoom)
  const deeds = useRowDeeds()
  const opener = useOpener(rows, state)
  usePrefetch(grid.active.isUsed ? active : undefined, onPrefetch)

  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const gridDeeds: GridDeeds = { open: opener, togglePeek: peek.toggle, closePeek: peek.close }
  const events = useGridEvents({ ids, active: grid.active, selection, deeds: gridDeeds })
  useListKeys({
    hasRows: rows.length > 0,
    // With several chosen, the bar that speaks of them has these keys.
    hasOne: selection.chosen.ids.size === 0,
    move: mover(grid, ids, selection),
    toggle: () => active && selection.toggle(active.id),
    deed: (deed) => deeds.start(deed, active),
    follow: () => deeds.follow(active, active && aside.badgeOf(active.id)),
    setPriority: (level) => {
      if (isInside(grid)) deeds.setPriority(level, active)
    },
  })

  return { cases, rows, state, element, columns, grid, active, aside, selection, peek, deeds, events }
}

type Grid = ReturnType<typeof useCaseGrid>

/** Whether the focus is in the grid: only then a key means the row that has it. */
function isInside({ box }: Grid): boolean {
  return box.current?.contains(document.activeElement) === true
}

/** Moves the focus; the first time it goes to the row that was last used, wherever the focus was. */
function mover(grid: Grid, ids: readonly string[], selection: CaseSelection) {
  return (by: number, isExtending: boolean) => {
    const from = grid.active.index
    const to = Math.max(0, Math.min(from + (isInside(grid) ? by : 0), ids.length - 1))
    const [fromId, toId] = [ids[from], ids[to]]
    if (isExtending && fromId !== undefined && toId !== undefined) selection.extend(fromId, toId)
    grid.active.focus(to)
  }
}

/** What the case page needs to lead to the next case and back. */
function useLinkState(search: string, rows: readonly ListedCase[]) {
  return useMemo(() => ({ search, numbers: rows.map(({ number }) => number) }), [search, rows])
}

function useFitting(wish: readonly Column[], width: number, isNarrow: boolean): readonly Column[] {
  const room = Math.floor(width / remPx())
  const key = wish.join()
  // By what the columns are, not by which list of them: rows are drawn anew only when these change.
  return useMemo(
    () => (isNarrow ? CARD_COLUMNS : fitColumns(key === '' ? [] : (key.split(',') as Column[]), room)),
    [key, room, isNarrow],
  )
}

function useOpener(rows: readonly ListedCase[], state: unknown) {
  const navigate = useNavigate()
  return (index: number, isNewTab: boolean) => {
    const row = rows[index]
    if (row === undefined) return
    if (isNewTab) window.open(`${BASE_PATH}${paths.case(row.number)}`, '_blank', 'noopener')
    else void navigate(paths.case(row.number), { state })
  }
}

function usePrefetch(row: ListedCase | undefined, onPrefetch: (row: { id: string; number: number }) => void): void {
  const prefetch = useEffectEvent(onPrefetch)
  const { id, number } = row ?? {}
  useEffect(() => {
    if (id === undefined || number === undefined) return undefined
    const timer = setTimeout(() => prefetch({ id, number }), DWELL_MS)
    return () => clearTimeout(timer)
  }, [id, number])
}
