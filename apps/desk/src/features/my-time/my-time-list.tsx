import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { TimeEntry } from '@timedesk/contracts/time'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { Panel } from '../../shared/panels/panel.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { EntryDialog } from '../../shared/time/entry-dialog.tsx'
import { EntryTable } from './entry-table.tsx'
import { timeEntryQueries } from './queries.ts'
import { useMyTimeWords } from './use-my-time-words.ts'

/** One's own time by day, latest first, within the days that the address names. */
export function MyTimeList({ onCreate }: { onCreate?: (() => void) | undefined }) {
  const words = useMyTimeWords()
  const format = useFormat()
  const me = useMe()
  const filters = useUrlFilters()
  const [from, to] = [filters.get('from'), filters.get('to')]
  const [editedId, setEditedId] = useState<string | null>(null)
  const entries = useInfiniteQuery(
    timeEntryQueries.list({
      employeeId: me.id,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    }),
  )
  const edited = entries.data?.pages.flatMap(({ data }) => data).find(({ id }) => id === editedId)

  return (
    <>
      <ListFace
        query={entries}
        empty={
          <EmptyList
            filters={filters}
            title={words('emptyTitle')}
            text={words('emptyText')}
            actions={onCreate !== undefined && <Button onClick={onCreate}>{words('add')}</Button>}
          />
        }
      >
        {(rows) =>
          [...Map.groupBy(rows, ({ workDate }) => workDate)].map(([day, ofDay]) => (
            <Panel
              key={day}
              title={format.workDate(day)}
              actions={
                <span className="desk-quiet desk-small">{words('dayTotal', totalsOf(ofDay, format.minutes))}</span>
              }
            >
              <EntryTable entries={ofDay} onEdit={(entry) => setEditedId(entry.id)} />
            </Panel>
          ))
        }
      </ListFace>
      {edited !== undefined && <EntryDialog entry={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}

function totalsOf(entries: readonly TimeEntry[], write: (minutes: number) => string) {
  const sum = (count: (entry: TimeEntry) => number) => entries.reduce((total, entry) => total + count(entry), 0)
  return {
    minutes: write(sum(({ minutes }) => minutes)),
    billable: write(sum(({ isBillable, billableMinutes }) => (isBillable ? billableMinutes : 0))),
  }
}
