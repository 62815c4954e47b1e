import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useFormat } from '@timedesk/ui/format'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy, useState } from 'react'

import type { BulkDeed } from './bulk-draft.ts'
import { BulkDeeds } from './bulk-deeds.tsx'
import { canTakeAll, sizeOf, type BulkSelection } from './bulk-selection.ts'
import './bulk.css'
import { ExportMenu } from './export-menu.tsx'
import { useBulkWords } from './use-bulk-words.ts'

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }))

export type { BulkSelection } from './bulk-selection.ts'

type BulkBarProps = {
  selection: BulkSelection
  /** Chooses everything that the view holds. */
  onSelectAll: () => void
  onClear: () => void
}

/** How many cases are chosen, and what can be done with them; stands over the end of the list. */
export function BulkBar({ selection, onSelectAll, onClear }: BulkBarProps) {
  const words = useBulkWords()
  const format = useFormat()
  const [deed, setDeed] = useState<BulkDeed | null>(null)
  const [isExporting, setIsExporting] = useState(false)
  const count = sizeOf(selection)
  return (
    <div className="desk-bulk-bar" role="toolbar" aria-label={words('bar')}>
      <div className="desk-bulk-count">
        <span role="status">{words(selection.isAll ? 'all' : 'chosen', { count, number: format.number(count) })}</span>
        {canTakeAll(selection) && (
          <Button variant="subtle" size="compact-sm" onClick={onSelectAll}>
            {words('takeAll', { number: format.number(selection.total ?? 0) })}
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconX size={14} stroke={1.8} aria-hidden="true" />}
          onClick={onClear}
        >
          {words('clear')}
        </Button>
      </div>
      <div className="desk-bulk-deeds">
        <BulkDeeds onDeed={setDeed} onExport={() => setIsExporting(true)} />
        <ExportMenu selection={selection} isOpen={isExporting} onOpen={setIsExporting} />
      </div>
      <LazyPart fallback={<HoldKeys />}>
        {deed !== null && (
          <BulkDialog deed={deed} selection={selection} onClose={() => setDeed(null)} onCommitted={onClear} />
        )}
      </LazyPart>
    </div>
  )
}
