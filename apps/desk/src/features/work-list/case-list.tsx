import { Button } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { isRefusal } from '@timedesk/client/api-error'
import { CursorList } from '@timedesk/ui/cursor-list'
import { LoadingState } from '@timedesk/ui/loading-state'
import { lazy, Suspense } from 'react'

import { QueryFailure } from '../../shared/problems/query-failure.tsx'
import { CaseGrid } from './grid/case-grid.tsx'
import type { Column } from './grid/columns.ts'
import { directionOf, nextSort } from './head-sort.ts'
import type { RenderDeed } from './row-deeds.ts'
import { useArrivals } from './use-arrivals.ts'
import { useCaseList } from './use-case-list.ts'
import type { ListState } from './use-list-state.ts'
import type { RowDeeds } from './use-row-deeds.ts'
import { useWorkListWords } from './use-work-list-words.ts'

// What most lists do without comes when it is there to be shown.
const EmptyList = lazy(async () => ({ default: (await import('./empty-list.tsx')).EmptyList }))
const RefusedQuery = lazy(async () => ({ default: (await import('./query/refused-query.tsx')).RefusedQuery }))
const Peek = lazy(async () => ({ default: (await import('./peek/peek.tsx')).Peek }))
const RowChoiceDialog = lazy(async () => ({ default: (await import('./deeds/row-choice.tsx')).RowChoiceDialog }))
const ListBulk = lazy(async () => ({ default: (await import('./list-bulk.tsx')).ListBulk }))

type CaseListProps = {
  list: ListState
  columns: readonly Column[]
  renderDeed: RenderDeed
  onPrefetch: (row: { id: string; number: number }) => void
}

/** The cases of a view: the grid, what is chosen in it, and the preview beside it. */
export function CaseList({ list, columns, renderDeed, onPrefetch }: CaseListProps) {
  const model = useCaseList(list, columns, onPrefetch)
  const { cases, rows, grid, selection, peek, deeds, element } = model

  if (cases.isPending) return <LoadingState rows={12} />
  if (cases.isError && rows.length === 0) {
    return isRefusal(cases.error, 'query_refused') ? (
      <Suspense>
        <RefusedQuery list={list} />
      </Suspense>
    ) : (
      <QueryFailure error={cases.error} onRetry={() => void cases.refetch()} />
    )
  }
  return (
    <div
      className="desk-list-body"
      data-peek={peek.isOpen || undefined}
      data-choosing={selection.chosen.ids.size > 0 || undefined}
    >
      <div className="desk-list-main" ref={element}>
        <Arrivals list={list} />
        {rows.length === 0 ? (
          <Suspense>
            <EmptyList list={list} />
          </Suspense>
        ) : (
          <CursorList
            hasMore={cases.hasNextPage && !cases.isPlaceholderData}
            isLoadingMore={cases.isFetchingNextPage}
            hasFailed={cases.isFetchNextPageError}
            onLoadMore={() => void cases.fetchNextPage()}
            showEnd
          >
            <CaseGrid
              model={grid}
              columns={model.columns}
              aside={model.aside}
              selection={selection.chosen}
              sort={{
                directionOf: (column) => directionOf(column, list.sort),
                press: (column) => list.change({ sort: nextSort(column, list.sort) }),
              }}
              state={model.state}
              hasMore={cases.hasNextPage}
              events={model.events}
            />
          </CursorList>
        )}
      </div>
      <Suspense>
        {peek.isOpen && model.active !== undefined && (
          <Peek
            row={model.active}
            badge={model.aside.badgeOf(model.active.id)}
            state={model.state}
            onClose={() => void peek.close()}
          />
        )}
        {selection.chosen.ids.size > 0 && (
          <ListBulk list={list} columns={columns} selection={selection} rows={rows} hasMore={cases.hasNextPage} />
        )}
        <RowDialog deeds={deeds} renderDeed={renderDeed} />
      </Suspense>
    </div>
  )
}

/** What is asked for a deed on the row that has the focus. */
function RowDialog({ deeds, renderDeed }: { deeds: RowDeeds; renderDeed: RenderDeed }) {
  if (deeds.open === null) return null
  const { deed, row } = deeds.open
  if (deed === 'assign' || deed === 'status') return renderDeed(deed, row.number, deeds.close)
  return <RowChoiceDialog deed={deed} row={row} onDo={deeds.told} onClose={deeds.close} />
}

/** What is new since the list was read, counted until the person asks for it. */
function Arrivals({ list }: { list: ListState }) {
  const words = useWorkListWords()
  const arrivals = useArrivals(list.query)
  return (
    <div role="status" className="desk-arrivals">
      {arrivals.count > 0 && (
        <Button size="compact-sm" radius="xl" leftSection={<IconArrowUp size={14} />} onClick={arrivals.show}>
          {words('arrivals', { count: arrivals.count })}
        </Button>
      )}
    </div>
  )
}
