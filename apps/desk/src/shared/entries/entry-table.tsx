import type { TimeEntry } from '@timedesk/contracts/time'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'

import { Mark } from '../lists/mark.tsx'
import { EntryWork } from './entry-work.tsx'
import { OverageButtons } from './overage-buttons.tsx'
import { useEntryWords } from './use-entry-words.ts'

/** Time entries with what pays for them; overage that waits can be decided here. */
export function EntryTable({ label, entries }: { label: string; entries: readonly TimeEntry[] }) {
  const words = useEntryWords()
  const format = useFormat()
  return (
    <DataTable
      label={label}
      rows={entries}
      rowKey={(row) => row.id}
      isQuiet={({ isCorrected }) => isCorrected}
      columns={[
        { key: 'work', header: words('work'), priority: 1, render: (entry) => <EntryWork entry={entry} isWhole /> },
        {
          key: 'billable',
          header: words('billable'),
          align: 'end',
          render: ({ billableMinutes }) => format.minutes(billableMinutes),
        },
        { key: 'amount', header: words('amount'), align: 'end', render: (entry) => <EntryAmount entry={entry} /> },
      ]}
      {...(entries.some(({ can }) => can.decideOverage) && {
        rowActions: (entry: TimeEntry) => <OverageButtons entry={entry} />,
      })}
    />
  )
}

/** What an entry is charged with; that it is prepaid, or that it lacks a price. */
export function EntryAmount({ entry: { amount, pieces, isBillable } }: { entry: TimeEntry }) {
  const words = useEntryWords()
  const format = useFormat()
  if (amount === null) {
    const isMissing = pieces.some(({ kind }) => kind === 'missing_rate')
    return isMissing && isBillable ? <Mark kind="bad">{words('noPrice')}</Mark> : '—'
  }
  const isPrepaid = pieces.length > 0 && pieces.every(({ kind }) => kind === 'voucher' || kind === 'subscription')
  return isPrepaid ? <span className="desk-quiet">{words('prepaid')}</span> : format.money(amount)
}
