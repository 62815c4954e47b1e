import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { SearchAnswer, SearchKind } from '@timedesk/contracts/search'
import { CursorList } from '@timedesk/ui/cursor-list'
import { EmptyState } from '@timedesk/ui/empty-state'
import { LoadingState } from '@timedesk/ui/loading-state'

import type { UrlFilters } from '../../shared/lists/use-url-filters.ts'
import { QueryFailure } from '../../shared/problems/query-failure.tsx'
import { FoundCase } from './found-case.tsx'
import { FoundContacts, FoundCustomers } from './found-people.tsx'
import { searchQueries, type SearchFilters } from './search-queries.ts'
import { useSearchWords } from './use-search-words.ts'

/** What the search of the address finds, page by page. */
export function SearchResults({ filters }: { filters: UrlFilters }) {
  const words = useSearchWords()
  const asked = askedBy(filters)
  const results = useInfiniteQuery(searchQueries.everything(asked))
  if (asked.q === '') return <EmptyState title={words('hintTitle')}>{words('hintText')}</EmptyState>
  if (results.isPending) return <LoadingState />
  if (results.data === undefined) return <QueryFailure error={results.error} onRetry={() => void results.refetch()} />
  const [first] = results.data.pages
  if (first === undefined) return null
  const cases = results.data.pages.flatMap((page) => page.cases)
  const isNothing = cases.length + first.customers.length + first.contacts.length === 0
  return (
    <div className="desk-search-results" aria-busy={results.isPlaceholderData}>
      <Corrections corrections={first.corrections} />
      {isNothing && <NothingFound filters={filters} />}
      <FoundCustomers customers={first.customers} />
      <FoundContacts contacts={first.contacts} />
      {cases.length > 0 && (
        <section aria-label={words('cases')}>
          <h2 className="desk-found-kind">
            <CasesHeading answer={first} />
          </h2>
          <CursorList
            hasMore={results.hasNextPage}
            isLoadingMore={results.isFetchingNextPage}
            hasFailed={results.isFetchNextPageError}
            onLoadMore={() => void results.fetchNextPage()}
          >
            <ul className="desk-found-list">
              {cases.map((found) => (
                <FoundCase key={found.id} found={found} />
              ))}
            </ul>
          </CursorList>
        </section>
      )}
    </div>
  )
}

/** What of the address the search understands; the rest of it is left aside. */
function askedBy(filters: UrlFilters): SearchFilters {
  const kind = kinds.find((one) => one === filters.get('kind'))
  const standing = filters.get('cases')
  return {
    q: filters.get('q')?.trim() ?? '',
    ...(kind !== undefined && { kinds: [kind] }),
    ...((standing === 'active' || standing === 'ended') && { isActive: standing === 'active' }),
  }
}

const kinds: SearchKind[] = ['case', 'customer', 'contact']

function CasesHeading({ answer: { order, page } }: { answer: SearchAnswer }) {
  const words = useSearchWords()
  return (
    <>
      {order === 'recency' || page.total === null ? words('cases_many') : words('cases_counted', { count: page.total })}
    </>
  )
}

function Corrections({ corrections }: Pick<SearchAnswer, 'corrections'>) {
  const words = useSearchWords()
  return (
    <div role="status">
      {corrections.map(({ typed, words: instead }) => (
        <p key={typed} className="desk-quiet">
          {words('corrected', { typed, words: instead.join(', ') })}
        </p>
      ))}
    </div>
  )
}

function NothingFound({ filters }: { filters: UrlFilters }) {
  const words = useSearchWords()
  const isNarrowed = filters.get('kind') !== undefined || filters.get('cases') !== undefined
  const widen = () => filters.set({ kind: undefined, cases: undefined })
  return (
    <EmptyState
      title={words('noneTitle')}
      actions={
        isNarrowed && (
          <Button variant="default" onClick={widen}>
            {words('showEverything')}
          </Button>
        )
      }
    >
      {words('noneText')}
    </EmptyState>
  )
}
