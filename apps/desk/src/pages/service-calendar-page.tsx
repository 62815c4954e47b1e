import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '@timedesk/ui/empty-state'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link, useParams } from 'react-router'

import { CalendarEditor } from '../features/service-calendars/calendar-editor.tsx'
import { useCalendarWords } from '../features/service-calendars/use-calendar-words.ts'
import { QueryFace } from '../shared/lists/query-face.tsx'
import { paths } from '../shared/paths.ts'
import { settingQueries } from '../shared/settings/setting-queries.ts'

/** One service calendar. */
export function Component() {
  const words = useCalendarWords()
  const { calendarId } = useParams()
  const calendars = useQuery(settingQueries.serviceCalendars())
  return (
    <QueryFace query={calendars}>
      {(found) => {
        const calendar = found.find(({ id }) => id === calendarId)
        if (calendar === undefined) return <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
        return (
          <>
            <PageHeader
              back={
                <Anchor component={Link} to={paths.serviceCalendars}>
                  {words('back')}
                </Anchor>
              }
              title={calendar.name}
            />
            <CalendarEditor key={calendar.id} calendar={calendar} />
          </>
        )
      }}
    </QueryFace>
  )
}
