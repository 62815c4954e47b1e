import { Skeleton, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'

import './states.css'
import { useDelay } from './use-delay.ts'
import { useWords } from './use-words.ts'

const SKELETON_DELAY_MS = 150
const ROW_WIDTHS = ['92%', '78%', '86%', '64%', '81%', '70%']

type LoadingStateProps = {
  /** How many lines the skeleton has; 6 unless told. */
  rows?: number
  /** A skeleton of another form. */
  children?: ReactNode
}

/** Grey lines where the content will be, only after 150 ms, so that a quick answer does not flicker. */
export function LoadingState({ rows = ROW_WIDTHS.length, children }: LoadingStateProps) {
  const words = useWords()
  const isLate = useDelay(SKELETON_DELAY_MS)

  return (
    <div role="status" aria-busy="true" className="td-loading">
      <VisuallyHidden>{words('loading')}</VisuallyHidden>
      {isLate && (children ?? <SkeletonRows rows={rows} />)}
    </div>
  )
}

function SkeletonRows({ rows }: { rows: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={14} my={14} width={ROW_WIDTHS[row % ROW_WIDTHS.length] ?? '80%'} />
      ))}
    </div>
  )
}
