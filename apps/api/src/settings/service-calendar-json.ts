import { Prisma } from '@timedesk/prisma/client'

/** Calendar `k` as JSON of the domain's `ServiceCalendar`. */
export const serviceCalendarJson = Prisma.sql`json_build_object('timeZone', k.time_zone,
  'versions', (SELECT coalesce(json_agg(json_build_object('validFrom', v.valid_from, 'holidaySet', v.holiday_set,
      'hours', (SELECT coalesce(json_agg(json_build_object('weekday', s.weekday, 'from', s.opens_at, 'to', s.closes_at)
        ORDER BY s.weekday, s.opens_at), '[]') FROM service_calendar_span s
        WHERE s.calendar_id = v.calendar_id AND s.valid_from = v.valid_from)) ORDER BY v.valid_from), '[]')
    FROM service_calendar_hours v WHERE v.calendar_id = k.id),
  'holidays', (SELECT coalesce(json_agg(h.day ORDER BY h.day), '[]') FROM service_calendar_holiday h WHERE h.calendar_id = k.id))`
