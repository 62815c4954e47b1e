import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import { useWatchedBulks } from './watched-bulks.ts'

const BulkProgress = lazy(async () => ({ default: (await import('./bulk-progress.tsx')).BulkProgress }))

/** Tells on every page how far changes of many cases are, and lets them be undone. Usually there is nothing to tell. */
export function BulkCorner() {
  const ids = useWatchedBulks()
  if (ids.length === 0) return null
  return (
    <LazyPart>
      <BulkProgress ids={ids} />
    </LazyPart>
  )
}
