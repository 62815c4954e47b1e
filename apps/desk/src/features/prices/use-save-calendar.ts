import {
  createServiceCalendar,
  updateServiceCalendar,
  type ServiceCalendar,
} from '@timedesk/contracts/service-calendars'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { wireSpans, type CalendarDraft } from './calendar-draft.ts'

type Input = { draft: CalendarDraft; changes: Partial<CalendarDraft> }

/** Creates a service calendar, or changes the given one if nobody did so since it was read. */
export function useSaveCalendar(calendar: ServiceCalendar | null) {
  return useChange(
    ({ draft, changes }: Input) => {
      const { name, spans, holidays, isActive } = calendar === null ? draft : changes
      if (calendar === null) {
        const body = { name: draft.name, spans: wireSpans(draft.spans), holidays: [...draft.holidays] }
        return client.call(createServiceCalendar, { body })
      }
      return client.call(updateServiceCalendar, {
        params: { calendarId: calendar.id },
        headers: ifMatch(calendar.version),
        body: {
          ...(name !== undefined && { name }),
          ...(spans !== undefined && { spans: wireSpans(spans) }),
          ...(holidays !== undefined && { holidays: [...holidays] }),
          ...(isActive !== undefined && { isActive }),
        },
      })
    },
    [queryRoots.settings, queryRoots.timePreviews],
  )
}
