import { Alert, Button, Group } from '@mantine/core'
import type { LinkedCase } from '@timedesk/contracts/case-links'
import type { Case } from '@timedesk/contracts/cases'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy, useState } from 'react'

import { useLinkWords } from './use-link-words.ts'

const BulkDialog = lazy(async () => ({ default: (await import('../../../shared/bulk/bulk-dialog.tsx')).BulkDialog }))

const DONE: readonly string[] = ['solved', 'closed', 'cancelled']

/** Once a problem is solved: its incidents that still stand open, to be told or solved together. */
export function OpenIncidents({ subject, incidents }: { subject: Case; incidents: readonly LinkedCase[] }) {
  const words = useLinkWords()
  const [deed, setDeed] = useState<'status' | 'macro' | null>(null)
  const open = incidents.filter(({ status }) => !DONE.includes(status.category))
  const isSolved = subject.status.category === 'solved' || subject.status.category === 'closed'
  if (open.length === 0 || !isSolved || subject.mergedInto !== null) return null
  const selection = { ids: open.map(({ id }) => id), query: {}, total: open.length, isAll: false, columns: [] }
  const close = () => setDeed(null)
  return (
    <Alert variant="light" title={words('solvedNow')} mt="xs" p="xs">
      {words('openIncidents', { count: open.length })}
      <Group gap="xs" mt="xs">
        <Button size="compact-xs" onClick={() => setDeed('status')}>
          {words('solveIncidents')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setDeed('macro')}>
          {words('tellIncidents')}
        </Button>
      </Group>
      <LazyPart>
        {deed !== null && <BulkDialog deed={deed} selection={selection} onClose={close} onCommitted={close} />}
      </LazyPart>
    </Alert>
  )
}
