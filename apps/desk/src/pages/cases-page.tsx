import { useQueryClient } from '@tanstack/react-query'
import { lazy, useEffect, useEffectEvent, useRef } from 'react'

import { WorkList } from '../features/work-list/work-list.tsx'

// A list is read far more often than a case is changed from it.
const RowDeed = lazy(async () => ({ default: (await import('../features/case/row-deed.tsx')).RowDeed }))
const prefetching = () => import('../features/case/prefetch-case.ts')
const casePage = () => import('./case-page.tsx')

/** The work list, with what the case page knows of a case that is about to be opened or changed. */
export function Component() {
  const prefetch = usePrefetch()
  return (
    <WorkList
      renderDeed={(deed, number, onClose) => <RowDeed deed={deed} number={number} onClose={onClose} />}
      onPrefetch={prefetch}
    />
  )
}

type Row = { id: string; number: number }

/**
 * Has a case at hand before it is opened, from the moment that somebody does anything here: the list itself comes without
 * what a case takes.
 */
function usePrefetch(): (row: Row) => void {
  const queryClient = useQueryClient()
  const isTouched = useRef(false)
  const waiting = useRef<Row>(null)
  const read = useEffectEvent((row: Row) => {
    void prefetching().then(({ prefetchCase }) => prefetchCase(queryClient, row))
  })
  useEffect(() => {
    const touch = () => {
      if (isTouched.current) return
      isTouched.current = true
      // What fails is tried again when a case is opened.
      casePage().catch(() => undefined)
      if (waiting.current !== null) read(waiting.current)
    }
    window.addEventListener('pointermove', touch, { passive: true })
    window.addEventListener('keydown', touch, { passive: true })
    return () => {
      window.removeEventListener('pointermove', touch)
      window.removeEventListener('keydown', touch)
    }
  }, [])
  return (row) => {
    waiting.current = row
    if (isTouched.current) void prefetching().then(({ prefetchCase }) => prefetchCase(queryClient, row))
  }
}
