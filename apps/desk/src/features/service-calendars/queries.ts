import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { createCalendarOutlook, type CalendarDraft } from '@timedesk/contracts/service-calendars'

import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export const calendarQueries = {
  /** When a calendar that is being written would be open. */
  outlook: (draft: CalendarDraft) =>
    queryOptions({
      queryKey: [...queryRoots.settings, 'calendar-outlook', draft],
      queryFn: ({ signal }) => client.call(createCalendarOutlook, { query: {}, body: draft, signal }),
      placeholderData: keepPreviousData,
    }),
}
