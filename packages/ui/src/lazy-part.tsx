import { Suspense, type ReactNode } from 'react'

import { PageBoundary } from './page-boundary.tsx'
import { useWords } from './use-words.ts'

type LazyPartProps = {
  /** While its file is on its way. */
  fallback?: ReactNode
  /** Who looks for it is told where it is missing. */
  isNeeded?: boolean
  children: ReactNode
}

/** A part whose file comes when it is needed. Where that cannot be had, all around it goes on. */
export function LazyPart({ fallback, isNeeded = false, children }: LazyPartProps) {
  return (
    <PageBoundary pageKey="part" fallback={isNeeded && <Missing />}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </PageBoundary>
  )
}

function Missing() {
  return <span>{useWords()('partMissing')}</span>
}
