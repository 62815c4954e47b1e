import {
  createServiceCalendar,
  removeCalendarHours,
  updateServiceCalendar,
  type ServiceCalendar,
} from '@timedesk/contracts/service-calendars'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { changesHours, wireSpans, type CalendarDraft } from './calendar-draft.ts'

type Input = { draft: CalendarDraft; changes: Partial<CalendarDraft> }

/** Creates a service calendar, or changes the given one if nobody did so since it was read. */
export function useSaveCalendar(calendar: ServiceCalendar | null) {
  return useChange(
    ({ draft, changes }: Input) => {
      if (calendar === null) {
        const { name, timeZone, holidaySet, spans, holidays } = draft
        const body = { name, timeZone, holidaySet, spans: wireSpans(spans), holidays: [...holidays] }
        return client.call(createServiceCalendar, { body })
      }
      const { name, timeZone, holidaySet, spans, holidays, isActive } = changes
      return client.call(updateServiceCalendar, {
        params: { calendarId: calendar.id },
        headers: ifMatch(calendar.version),
        body: {
          ...(name !== undefined && { name }),
          ...(timeZone !== undefined && { timeZone }),
          ...(holidaySet !== undefined && { holidaySet }),
          ...(spans !== undefined && { spans: wireSpans(spans) }),
          ...(changesHours(changes) && { validFrom: draft.validFrom }),
          ...(holidays !== undefined && { holidays: [...holidays] }),
          ...(isActive !== undefined && { isActive }),
        },
      })
    },
    [queryRoots.settings, queryRoots.settingLogs, queryRoots.timePreviews],
  )
}

/** Takes back hours that have not begun. */
export function useRemoveHours(calendar: ServiceCalendar) {
  return useChange(
    (validFrom: string) =>
      client.call(removeCalendarHours, {
        params: { calendarId: calendar.id, validFrom },
        headers: ifMatch(calendar.version),
      }),
    [queryRoots.settings, queryRoots.settingLogs],
  )
}
