import { Anchor, Button } from '@mantine/core'
import type { TimeEntry } from '@timedesk/contracts/time'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { paths } from '../../shared/paths.ts'
import { RatingChain } from '../../shared/rating/rating-chain.tsx'
import { useMyTimeWords } from './use-my-time-words.ts'
import { useRemoveEntry } from './use-time-entry-changes.ts'

type EntryTableProps = {
  entries: readonly TimeEntry[]
  /** Left out for who may not change time. */
  onEdit: ((entry: TimeEntry) => void) | undefined
}

/** Time entries with where they were spent and what became of them. */
export function EntryTable({ entries, onEdit }: EntryTableProps) {
  const words = useMyTimeWords()
  const format = useFormat()
  const tell = useTell()
  const removal = useRemoveEntry()
  const nameOf = ({ case: supportCase, project }: TimeEntry) =>
    supportCase === null ? (project?.name ?? words('internal')) : `#${supportCase.number} ${supportCase.subject}`

  const rowActions = (entry: TimeEntry) => (
    <span className="desk-row-buttons">
      <Button
        size="compact-xs"
        variant="default"
        aria-label={words('editOf', { name: nameOf(entry) })}
        onClick={() => onEdit?.(entry)}
      >
        {words('edit')}
      </Button>
      <ConfirmButton
        size="compact-xs"
        question={words('removeQuestion', { minutes: format.minutes(entry.minutes), name: nameOf(entry) })}
        consequence={entry.case !== null && words('removeConsequence')}
        confirmLabel={words('remove')}
        isDangerous
        onConfirm={() => removal.mutate(entry.id, tell(words('removed')))}
      >
        {words('remove')}
      </ConfirmButton>
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
              {entry.case === null ? (
                <span>{nameOf(entry)}</span>
              ) : (
                <Anchor component={Link} to={paths.case(entry.case.number)}>
                  {nameOf(entry)}
                </Anchor>
              )}
              <span className="desk-quiet desk-small">{entry.customerText}</span>
              <RatingChain minutes={entry.minutes} explanation={entry.explanation} />
            </div>
          ),
        },
        { key: 'activity', header: words('activity'), render: ({ activityType }) => activityType.name },
        { key: 'minutes', header: words('minutes'), align: 'end', render: (row) => format.minutes(row.minutes) },
      ]}
      {...(onEdit !== undefined && { rowActions })}
    />
  )
}
