import { Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { TimeEntry } from '@timedesk/contracts/time'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'

import { overageOf } from '../../shared/entries/overage-of.ts'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import './approvals.css'
import { OverageButtons } from './overage-buttons.tsx'
import { approvalQueries } from './queries.ts'
import { useApprovalWords } from './use-approval-words.ts'
import { WorkName } from './work-name.tsx'

/** Work beyond prepaid cover that waits: how much, what it would be charged, and why it waits. */
export function OverageList() {
  const words = useApprovalWords()
  const format = useFormat()
  const overage = useInfiniteQuery(approvalQueries.overage())
  return (
    <ListFace
      query={overage}
      empty={<EmptyState title={words('overageEmptyTitle')}>{words('overageEmptyText')}</EmptyState>}
    >
      {(entries) => (
        <>
          <DataTable
            label={words('tabOverage')}
            rows={entries}
            rowKey={({ id }) => id}
            columns={[
              { key: 'work', header: words('work'), priority: 1, render: (entry) => <WorkName entry={entry} /> },
              { key: 'why', header: words('why'), render: (entry) => <Hold entry={entry} /> },
              {
                key: 'minutes',
                header: words('overage'),
                align: 'end',
                render: (entry) => format.minutes(overageOf(entry).minutes),
              },
              {
                key: 'amount',
                header: words('amount'),
                align: 'end',
                render: (entry) => {
                  const { amount } = overageOf(entry)
                  return amount === null ? '—' : format.money(amount)
                },
              },
            ]}
            rowActions={(entry) => entry.can.decideOverage && <OverageButtons entry={entry} />}
          />
          <Text size="sm" c="var(--td-ink-quiet)" mt="sm">
            {words('sellHint')}
          </Text>
        </>
      )}
    </ListFace>
  )
}

function Hold({ entry }: { entry: TimeEntry }) {
  const words = useApprovalWords()
  const { hold, agreement } = overageOf(entry)
  return (
    <div className="desk-stack desk-hold">
      <Mark kind="warn">{words(hold === 'blocked' ? 'hold_blocked' : 'hold_approval')}</Mark>
      <span className="desk-quiet desk-small">{agreement}</span>
    </div>
  )
}
