import { Button } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { CursorList } from '@timedesk/ui/cursor-list'
import { LoadingState } from '@timedesk/ui/loading-state'
import { PageHeader } from '@timedesk/ui/page-header'
import { useNow } from '@timedesk/ui/relative-time'
import { useRovingRows } from '@timedesk/ui/use-roving-rows'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { lazy, Suspense, useRef } from 'react'
import { Link, useNavigate } from 'react-router'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { workCountQueries } from '../../shared/cases/work-count-queries.ts'
import { paths, workListPath } from '../../shared/paths.ts'
import { QueryFailure } from '../../shared/problems/query-failure.tsx'
import { CaseRow } from './case-row.tsx'
import { countFilters, toCaseQuery, VIEWS, writeFilters, type View } from './filters.ts'
import { ListTools } from './list-tools.tsx'
import { useArrivals } from './use-arrivals.ts'
import { useFilters } from './use-filters.ts'
import { useWorkListWords } from './use-work-list-words.ts'
import './work-list.css'

// What most lists do without comes when it is there to be shown.
const ActiveFilters = lazy(async () => ({ default: (await import('./active-filters.tsx')).ActiveFilters }))
const EmptyList = lazy(async () => ({ default: (await import('./empty-list.tsx')).EmptyList }))

const COUNT_MAX = 99
const REFRESH_MS = 60_000
const TITLES = {
  mine: 'titleMine',
  department: 'titleDepartment',
  unassigned: 'titleUnassigned',
  all: 'titleAll',
} as const

/** The work list: what this person, their department or anybody has to do. */
export function WorkList() {
  const words = useWorkListWords()
  const { filters, change } = useFilters()
  const query = toCaseQuery(filters, useNow(REFRESH_MS))
  const list = useInfiniteQuery(caseQueries.list(query))
  const filtersOn = countFilters(filters)
  const arrivals = useArrivals(query)
  const search = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? []
  const state = { search: writeFilters(filters).toString(), numbers: rows.map(({ number }) => number) }
  const open = (index: number) => {
    const row = rows[index]
    if (row !== undefined) void navigate(paths.case(row.number), { state })
  }
  const roving = useRovingRows({ count: rows.length, onOpen: open })
  const listElement = useRef<HTMLUListElement>(null)
  const move = (by: number) => {
    const isInside = listElement.current?.contains(document.activeElement) === true
    roving.focusRow(roving.activeIndex + (isInside ? by : 0))
  }

  useShortcuts([
    { keys: 'j', label: words('keyDown'), group: words('groupKeys'), run: () => move(1) },
    { keys: 'k', label: words('keyUp'), group: words('groupKeys'), run: () => move(-1) },
    { keys: '/', label: words('keySearch'), group: words('groupKeys'), run: () => search.current?.focus() },
    {
      keys: 'v',
      label: words('keyViews'),
      group: words('groupKeys'),
      run: () => change({ view: VIEWS[(VIEWS.indexOf(filters.view) + 1) % VIEWS.length] ?? 'mine' }),
    },
  ])

  return (
    <>
      <PageHeader title={words(TITLES[filters.view])} />
      <ViewTabs view={filters.view} />
      <ListTools filters={filters} onChange={change} searchRef={search} filtersOn={filtersOn} />
      <Suspense>{rows.length > 0 && filtersOn > 0 && <ActiveFilters filters={filters} onChange={change} />}</Suspense>
      <div role="status" className="desk-arrivals">
        {arrivals.count > 0 && (
          <Button size="compact-sm" radius="xl" leftSection={<IconArrowUp size={14} />} onClick={arrivals.show}>
            {words('arrivals', { count: arrivals.count })}
          </Button>
        )}
      </div>
      {list.isPending && <LoadingState rows={12} />}
      {list.isError && rows.length === 0 && <QueryFailure error={list.error} onRetry={() => void list.refetch()} />}
      <Suspense>{list.isSuccess && rows.length === 0 && <EmptyList filters={filters} onChange={change} />}</Suspense>
      {rows.length > 0 && (
        <CursorList
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          hasFailed={list.isFetchNextPageError}
          onLoadMore={() => void list.fetchNextPage()}
          showEnd
        >
          <ul className="desk-case-list" aria-label={words('list')} ref={listElement}>
            {rows.map((row, index) => {
              const { onKeyDown, ...props } = roving.rowProps(index)
              return (
                <li key={row.id}>
                  <CaseRow
                    row={row}
                    state={state}
                    {...props}
                    onKeyDown={(event) => {
                      if (!event.shiftKey) onKeyDown(event)
                    }}
                  />
                </li>
              )
            })}
          </ul>
        </CursorList>
      )}
    </>
  )
}

/** The four views with how much stands in each; a figure that cannot be had is left out. */
function ViewTabs({ view }: { view: View }) {
  const words = useWorkListWords()
  const counts = useQuery(workCountQueries.all())
  return (
    <nav className="desk-views" aria-label={words('views')}>
      {VIEWS.map((name) => (
        <Link
          key={name}
          to={workListPath(name)}
          className="desk-view td-focus"
          aria-current={name === view || undefined}
        >
          {words(name)}{' '}
          {counts.data !== undefined && (
            <span className="desk-count td-number">
              {counts.data[name] > COUNT_MAX ? `${COUNT_MAX}+` : counts.data[name]}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
