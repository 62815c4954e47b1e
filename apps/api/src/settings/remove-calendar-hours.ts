import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { rescheduleClocks } from '../service-levels/reschedule-clocks.ts'
import { pastRefused } from './calendar-of-draft.ts'
import { lockServiceCalendar } from './find-service-calendars.ts'
import { shownHours } from './update-service-calendar.ts'

/** Takes back hours that were to begin. Refuses hours that there are none of, and with `calendar_past` those that hold or held. */
export async function removeCalendarHours(
  tx: Tx,
  context: Context,
  { calendarId, validFrom }: { calendarId: string; validFrom: string },
  ifMatch: number | null,
): Promise<void> {
  const { hours, today, name, version } = await lockServiceCalendar(tx, calendarId, context.now)
  requireVersion(version, ifMatch)
  const planned = hours.find((candidate) => candidate.validFrom === validFrom)
  if (planned === undefined) throw new Refusal('not_found')
  if (validFrom <= today) throw pastRefused('/params/validFrom', 'These hours have begun.')
  await tx.rows(
    Prisma.sql`DELETE FROM service_calendar_hours WHERE calendar_id = ${calendarId}::uuid AND valid_from = ${validFrom}::date`,
  )
  await tx.rows(Prisma.sql`UPDATE service_calendar SET version = version + 1 WHERE id = ${calendarId}::uuid`)
  await rescheduleClocks(tx, context, calendarId)
  await appendEvents(tx, context, { kind: 'setting', id: calendarId }, [
    {
      ...{ type: 'setting.changed', setting: 'service_calendar', name },
      changes: [
        { field: 'spans', from: shownHours(planned).spans.join(', '), to: null },
        { field: 'validFrom', from: validFrom, to: null },
      ],
    },
  ])
}
