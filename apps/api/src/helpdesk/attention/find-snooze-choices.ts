import type { SnoozeChoice } from '@timedesk/contracts/case-attention'
import { snoozeChoices } from '@timedesk/domain/attention/snooze-choices'
import type { ServiceCalendar } from '@timedesk/domain/calendar/service-calendar'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { serviceCalendarJson } from '../../settings/service-calendar-json.ts'

type Row = {
  companyZone: string
  calendar: ServiceCalendar | null
  workingMinutes: number[]
  absences: { from: string; to: string }[]
}

/**
 * Until when a person may want to put a case away, in their working time. The company is open by the calendar of its
 * general service policy, or else by its first calendar.
 */
export async function findSnoozeChoices(reader: Reader, employeeId: string, now: Date): Promise<SnoozeChoice[]> {
  const [row] =
    await reader.rows<Row>(Prisma.sql`SELECT co.time_zone AS "companyZone", e.working_minutes AS "workingMinutes",
      (SELECT ${serviceCalendarJson} FROM service_calendar k LEFT JOIN service_policy p ON p.calendar_id = k.id AND p.is_active
          AND p.customer_id IS NULL AND p.agreement_id IS NULL AND p.type_id IS NULL
        WHERE k.is_active ORDER BY p.position NULLS LAST, k.name LIMIT 1) AS calendar,
      (SELECT coalesce(json_agg(json_build_object('from', a.from_day, 'to', a.to_day)), '[]') FROM absence a
        WHERE a.employee_id = e.id AND a.to_day >= (${now}::timestamptz AT TIME ZONE co.time_zone)::date) AS absences
    FROM employee e CROSS JOIN company co WHERE e.id = ${employeeId}::uuid`)
  if (row === undefined) return []
  const { companyZone, calendar } = row
  return snoozeChoices({ ...row, zone: zoneNamed(calendar?.timeZone ?? companyZone) }, now)
}
