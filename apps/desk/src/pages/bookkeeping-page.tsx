import { PageHeader } from '@timedesk/ui/page-header'
import { RefusedState } from '@timedesk/ui/refused-state'

import { ExportPanel } from '../features/bookkeeping/export-panel.tsx'
import { FeedPanel } from '../features/bookkeeping/feed-panel.tsx'
import { useBookkeepingWords } from '../features/bookkeeping/use-bookkeeping-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The books as files, and how an accounting system fetches them. */
export function Component() {
  const words = useBookkeepingWords()
  const may = useMay()
  return (
    <>
      <PageHeader title={words('title')} text={words('text')} />
      {may('bookkeeping:read') ? (
        <>
          <ExportPanel />
          <FeedPanel />
        </>
      ) : (
        <RefusedState sentence={words('notForYou')} />
      )}
    </>
  )
}
