import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { CursorList } from '@timedesk/ui/cursor-list'
import { EmptyState } from '@timedesk/ui/empty-state'
import { FilterChips } from '@timedesk/ui/filter-chips'
import { LoadingState } from '@timedesk/ui/loading-state'
import { useDeferredValue } from 'react'
import { caseQueries } from '../../shared/case-queries.ts'
import { statusWords, useCaseWords } from '../../shared/case-words.ts'
import { QueryFailure } from '../../shared/query-failure.tsx'
import './case-list.css'
import { CaseRow } from './case-row.tsx'
import { filtersOf, type CaseView } from './use-case-filters.ts'
import { useCasesWords } from './use-cases-words.ts'

type CaseResultsProps = {
  view: CaseView
  canChooseScope: boolean
  onChange: (changes: Partial<CaseView>) => void
}

/** The cases of a view, page by page, or what to do when there is none. */
export function CaseResults({ view, canChooseScope, onChange }: CaseResultsProps) {
  const words = useCasesWords()
  const shownView = useDeferredValue(view)
  const list = useInfiniteQuery({
    ...caseQueries.list(filtersOf(shownView, canChooseScope)),
    placeholderData: keepPreviousData,
  })
  const cases = list.data?.pages.flatMap((page) => page.data) ?? []

  return (
    <>
      <ViewChips view={view} onChange={onChange} />
      {list.isPending && <LoadingState />}
      {list.isError && list.data === undefined && (
        <QueryFailure error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && cases.length === 0 && <NoCases view={view} onChange={onChange} />}
      {cases.length > 0 && (
        <CursorList
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          hasFailed={list.isFetchNextPageError}
          onLoadMore={() => void list.fetchNextPage()}
        >
          <ul className="ex-cases" aria-label={words('listLabel')} aria-busy={list.isPlaceholderData}>
            {cases.map((summary) => (
              <CaseRow key={summary.id} summary={summary} excerpts={summary.excerpts} />
            ))}
          </ul>
        </CursorList>
      )}
    </>
  )
}

function ViewChips({ view, onChange }: Pick<CaseResultsProps, 'view' | 'onChange'>) {
  const words = useCasesWords()
  const caseWords = useCaseWords()
  const chips = [
    ...(view.search === '' ? [] : [{ key: 'search', label: words('chipSearch', { value: view.search }) }]),
    ...(view.status === null
      ? []
      : [{ key: 'status', label: words('chipStatus', { value: statusWords(caseWords, view.status) }) }]),
  ]
  return (
    <FilterChips
      chips={chips}
      onRemove={(key) => {
        onChange(key === 'search' ? { search: '' } : { status: null })
      }}
      onClearAll={() => {
        onChange({ search: '', status: null })
      }}
    />
  )
}

function NoCases({ view, onChange }: Pick<CaseResultsProps, 'view' | 'onChange'>) {
  const words = useCasesWords()
  const isFiltered = view.search !== '' || view.status !== null
  const showAll = view.activity === 'active' && view.status === null && (
    <Button
      variant="default"
      onClick={() => {
        onChange({ activity: 'all' })
      }}
    >
      {words('activeAll')}
    </Button>
  )
  return (
    <EmptyState title={words('noneTitle')} actions={showAll}>
      {words(isFiltered || view.activity === 'all' ? 'noneFound' : 'noneActive')}
    </EmptyState>
  )
}
