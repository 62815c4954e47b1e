import { useInfiniteQuery } from '@tanstack/react-query'
import { CursorList } from '@timedesk/ui/cursor-list'
import { useId, type ReactNode } from 'react'
import { caseQueries } from '../../shared/case-queries.ts'
import { QueryFailure } from '../../shared/query-failure.tsx'
import './time.css'
import { TimeTable } from './time-table.tsx'
import { useTimeWords } from './use-time-words.ts'

/**
 * The time on a case, as far as the supplier shows it. Nothing at all where it shows none, nor before that is known: a
 * heading that came and went would promise what is not there.
 */
export function CaseTime({ caseId }: { caseId: string }) {
  const words = useTimeWords()
  const list = useInfiniteQuery(caseQueries.time(caseId))
  const [first] = list.data?.pages ?? []
  const latest = list.data?.pages.at(-1)

  if (list.isPending) return null
  if (first === undefined || latest === undefined) {
    return (
      <Frame>
        <QueryFailure error={list.error} onRetry={() => void list.refetch()} />
      </Frame>
    )
  }
  if (first.shown === 'none') return null
  const lines = list.data?.pages.flatMap((page) => page.data) ?? []
  return (
    <Frame text={words(`shown_${first.shown}`)}>
      {lines.length === 0 ? (
        <p className="ex-nothing">{words('none')}</p>
      ) : (
        <CursorList
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          hasFailed={list.isFetchNextPageError}
          onLoadMore={() => void list.fetchNextPage()}
        >
          <TimeTable lines={lines} totals={latest.totals} />
        </CursorList>
      )}
    </Frame>
  )
}

function Frame({ text, children }: { text?: string; children: ReactNode }) {
  const words = useTimeWords()
  const headingId = useId()
  return (
    <section className="ex-time" aria-labelledby={headingId}>
      <div className="ex-time-head">
        <h2 id={headingId}>{words('title')}</h2>
        {text !== undefined && <p>{text}</p>}
      </div>
      {children}
    </section>
  )
}
