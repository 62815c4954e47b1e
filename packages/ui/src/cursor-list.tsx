import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'

import './lists.css'
import { useWords } from './use-words.ts'

const PREFETCH_MARGIN = '400px'

type CursorListProps = {
  /** The rows, as the app draws them. */
  children: ReactNode
  hasMore: boolean
  isLoadingMore: boolean
  hasFailed?: boolean
  onLoadMore: () => void
  /** Says “that is all” at the end; for lists that can be long. */
  showEnd?: boolean
}

/** Rows by cursor: the next page comes when the end is near, or by the button. */
export function CursorList(props: CursorListProps) {
  const { children, hasMore, isLoadingMore, hasFailed = false, onLoadMore, showEnd = false } = props
  const words = useWords()
  const end = useRef<HTMLDivElement>(null)

  const arrive = useEffectEvent((entries: IntersectionObserverEntry[]) => {
    if (entries.some((entry) => entry.isIntersecting) && !isLoadingMore && !hasFailed) {
      onLoadMore()
    }
  })

  // Observing anew after each page asks again when the page was too short to push the end away.
  useEffect(() => {
    if (end.current === null || !hasMore || isLoadingMore) {
      return undefined
    }
    const observer = new IntersectionObserver(
      (entries) => {
        arrive(entries)
      },
      { rootMargin: PREFETCH_MARGIN },
    )
    observer.observe(end.current)
    return () => {
      observer.disconnect()
    }
  }, [hasMore, isLoadingMore])

  return (
    <>
      {children}
      <div ref={end} className="td-list-end">
        {hasFailed && <span role="alert">{words('loadMoreFailed')}</span>}
        {hasMore && (
          <Button variant="default" size="xs" loading={isLoadingMore} onClick={onLoadMore}>
            {words(hasFailed ? 'retry' : 'loadMore')}
          </Button>
        )}
        {!hasMore && showEnd && <span>{words('endOfList')}</span>}
        <span role="status" className="td-visually-hidden">
          {isLoadingMore ? words('loadingMore') : ''}
        </span>
      </div>
    </>
  )
}
