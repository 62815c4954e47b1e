import { Button } from '@mantine/core'
import type { ReactNode } from 'react'

import './lists.css'
import './selection-bar.css'
import { useSelectionWords } from './use-selection-words.ts'

type SelectionBarProps = {
  count: number
  /** What the chosen ones come to, such as a sum. */
  summary?: ReactNode
  onSelectAll: () => void
  onClear: () => void
  /** What can be done with them. */
  children: ReactNode
}

/** How much is chosen, and what can be done with it; stays in sight while the list scrolls. */
export function SelectionBar({ count, summary, onSelectAll, onClear, children }: SelectionBarProps) {
  const words = useSelectionWords()
  return (
    <div
      className="desk-selection"
      role="group"
      aria-label={words('selection')}
      data-any={count > 0 ? true : undefined}
    >
      <span className="desk-selection-count" role="status">
        {count === 0 ? words('selectionNone') : words('selected', { count })}
        {count > 0 && summary !== undefined && <strong className="td-number">{summary}</strong>}
      </span>
      <Button size="compact-sm" variant="subtle" onClick={count === 0 ? onSelectAll : onClear}>
        {words(count === 0 ? 'selectAll' : 'selectNone')}
      </Button>
      <span className="desk-selection-deeds">{children}</span>
    </div>
  )
}
