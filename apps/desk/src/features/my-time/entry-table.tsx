import { Anchor, Button } from '@mantine/core'
import type { TimeEntry } from '@timedesk/contracts/time'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { paths } from '../../shared/paths.ts'
import { VerdictLine } from '../../shared/rating/verdict-line.tsx'
import { EntryMarks } from '../../shared/time/entry-marks.tsx'
import { RemoveEntryButton } from '../../shared/time/remove-entry-button.tsx'
import { subjectOf } from '../../shared/time/time-subject.ts'
import { useTimeWords } from '../../shared/time/use-time-words.ts'
import { useMyTimeWords } from './use-my-time-words.ts'

type EntryTableProps = { entries: readonly TimeEntry[]; onEdit: (entry: TimeEntry) => void }

/** Time entries with where they were spent and what became of them. */
export function EntryTable({ entries, onEdit }: EntryTableProps) {
  const words = useMyTimeWords()
  const timeWords = useTimeWords()
  const format = useFormat()
  const nameOf = (entry: TimeEntry) => subjectOf(entry)?.name ?? timeWords('internal')

  const rowActions = (entry: TimeEntry) =>
    (entry.can.edit || entry.can.correct) && (
      <span className="desk-row-buttons">
        <Button
          size="compact-xs"
          variant="default"
          aria-label={timeWords(entry.can.edit ? 'editOf' : 'correctOf', { name: nameOf(entry) })}
          onClick={() => onEdit(entry)}
        >
          {timeWords(entry.can.edit ? 'edit' : 'correct')}
        </Button>
        {entry.can.edit && <RemoveEntryButton entry={entry} size="compact-xs" />}
      </span>
    )

  return (
    <DataTable
      label={words('title')}
      rows={entries}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'where',
          header: words('where'),
          priority: 1,
          render: (entry) => (
            <div className="desk-stack">
              <span>
                {entry.case === null ? (
                  [nameOf(entry), entry.task?.name].filter((part) => part !== undefined).join(' › ')
                ) : (
                  <Anchor component={Link} to={paths.case(entry.case.number)}>
                    {nameOf(entry)}
                  </Anchor>
                )}
                <EntryMarks entry={entry} />
              </span>
              <span className="desk-quiet desk-small">{entry.customerText}</span>
              <VerdictLine worth={entry} />
            </div>
          ),
        },
        { key: 'activity', header: words('activity'), render: ({ activityType }) => activityType.name },
        { key: 'minutes', header: words('minutes'), align: 'end', render: (row) => format.minutes(row.minutes) },
      ]}
      rowActions={rowActions}
    />
  )
}
