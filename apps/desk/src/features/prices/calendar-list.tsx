import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ServiceCalendar } from '@timedesk/contracts/service-calendars'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useState } from 'react'

import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { CalendarDialog } from './calendar-dialog.tsx'
import { useCalendarWords } from './use-calendar-words.ts'
import { useHoursWording } from './use-hours-wording.ts'

/** The service calendars with their hours in a line. */
export function CalendarList({ mayWrite }: { mayWrite: boolean }) {
  const words = useCalendarWords()
  const formWords = useFormWords()
  const listWords = useListWords()
  const wordHours = useHoursWording()
  const [editedId, setEditedId] = useState<string | null>(null)
  const calendars = useQuery(settingQueries.serviceCalendars())
  const edited = calendars.data?.find(({ id }) => id === editedId)

  return (
    <>
      <QueryFace query={calendars} rows={3}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
          ) : (
            <DataTable
              label={words('title')}
              rows={found}
              rowKey={(row) => row.id}
              isQuiet={(row) => !row.isActive}
              columns={[
                {
                  key: 'name',
                  header: words('name'),
                  priority: 1,
                  render: ({ name, isActive }) => (
                    <span>
                      {name}
                      {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
                    </span>
                  ),
                },
                { key: 'hours', header: words('hours'), render: ({ spans }) => wordHours(spans) },
                {
                  key: 'holidays',
                  header: words('holidays'),
                  render: ({ holidays }) => words('holidaysOf', { count: holidays.length }),
                },
                {
                  key: 'used',
                  header: words('usedBy'),
                  align: 'end',
                  render: ({ agreements }) => words('agreements', { count: agreements }),
                },
              ]}
              {...(mayWrite && {
                rowActions: ({ id, name }: ServiceCalendar) => (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={words('editThing', { name })}
                    onClick={() => setEditedId(id)}
                  >
                    {formWords('edit')}
                  </Button>
                ),
              })}
            />
          )
        }
      </QueryFace>
      {edited !== undefined && <CalendarDialog calendar={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}
