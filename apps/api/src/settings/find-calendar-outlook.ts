import type { CalendarDraft, CalendarOutlook } from '@timedesk/contracts/service-calendars'
import { closedDaysOf, outlookOf, zoneOf } from '@timedesk/domain/calendar/outlook'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import type { Reader } from '../platform/db/database.ts'
import { draftedCalendar } from './calendar-of-draft.ts'

const DAYS_OF_HOLIDAYS = 366

/** When a calendar, or what a draft would make of it, is open day by day. Refuses as `draftedCalendar` does. */
export async function findCalendarOutlook(
  reader: Reader,
  draft: CalendarDraft,
  { from, days }: { from?: string | undefined; days: number },
  now: Date,
): Promise<CalendarOutlook> {
  const { calendar, companyZone, today } = await draftedCalendar(reader, draft, now)
  const zone = zoneNamed(companyZone)
  const shown = outlookOf(calendar, zone, from ?? today, days)
  return {
    timeZone: zoneOf(calendar, zone).name,
    days: shown.map(({ spans, ...day }) => ({
      ...day,
      spans: spans.map((span) => ({ ...span, from: span.from.toISOString(), to: span.to.toISOString() })),
    })),
    holidays: closedDaysOf(calendar, today, DAYS_OF_HOLIDAYS),
  }
}
