import { useInfiniteQuery } from '@tanstack/react-query'
import { CursorList } from '@timedesk/ui/cursor-list'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { caseQueries } from '../../shared/case-queries.ts'
import { QueryFailure } from '../../shared/query-failure.tsx'
import './time.css'
import { TimeTable } from './time-table.tsx'
import { useTimeWords } from './use-time-words.ts'

const TIME_HASH = '#time'

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
          <TimeTable caseId={caseId} lines={lines} totals={latest.totals} />
        </CursorList>
      )}
    </Frame>
  )
}

function Frame({ text, children }: { text?: string; children: ReactNode }) {
  const words = useTimeWords()
  const headingId = useId()
  const { hash } = useLocation()
  const section = useRef<HTMLElement>(null)

  // The rest of the case comes in above it, so the browser alone would not find it.
  useEffect(() => {
    if (hash === TIME_HASH) section.current?.scrollIntoView()
  }, [hash])

  return (
    <section ref={section} className="ex-time" aria-labelledby={headingId}>
      <div className="ex-time-head">
        <h2 id={headingId}>{words('title')}</h2>
        {text !== undefined && <p>{text}</p>}
      </div>
      {children}
    </section>
  )
}
