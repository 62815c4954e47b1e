import { NO_SCHEDULE, type MailSchedule } from '@timedesk/domain/notices/mail-time'
import { Prisma } from '@timedesk/prisma/client'

/** When a person is not to be written to, as it is stored. */
export type StoredSchedule = {
  timeZone: string | null
  quietFrom: number | null
  quietTo: number | null
  quietDays: number[]
  breaksQuiet: boolean
  digestAt: number | null
}

/** Schedule `s` as JSON of `StoredSchedule`. */
export const mailScheduleJson = Prisma.sql`json_build_object('timeZone', s.time_zone, 'quietFrom', s.quiet_from, 'quietTo', s.quiet_to,
  'quietDays', s.quiet_days, 'breaksQuiet', s.breaks_quiet, 'digestAt', s.digest_at)`

/** What the rule goes by; of who chose nothing, that nothing waits. */
export function scheduleOf(stored: StoredSchedule | null): MailSchedule {
  if (stored === null) return NO_SCHEDULE
  const { quietFrom, quietTo, quietDays, breaksQuiet, digestAt } = stored
  const quiet = quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo }
  return { quiet, quietDays, breaksQuiet, digestAt }
}
