import { addDays } from '@timedesk/domain/calendar/days'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import type { DueBounds } from './case-order.ts'

const DAYS_AHEAD = 7

/** Where the groups of dues begin for who asks at a moment: by the days of a zone. */
export function dueBounds(now: Date, timeZone: string): DueBounds {
  const zone = zoneNamed(timeZone)
  const today = zone.dateAt(now.getTime())
  const startOf = (days: number) => new Date(zone.toInstant(Date.parse(addDays(today, days))))
  return { now, tomorrow: startOf(1), dayAfter: startOf(2), nextWeek: startOf(DAYS_AHEAD) }
}
