import type { NoticeSettings } from '@timedesk/contracts/notice-settings'
import { clockText } from '@timedesk/domain/calendar/clock'
import type { Choice } from '@timedesk/domain/notices/choose-channels'
import { cells, levelOf } from '@timedesk/domain/notices/reasons'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import type { StoredSchedule } from './mail-schedules.ts'

type Row = StoredSchedule & { followsOnMention: boolean; version: number }

const NOTHING_CHOSEN: Row = {
  ...{ timeZone: null, quietFrom: null, quietTo: null, quietDays: [], breaksQuiet: false, digestAt: null },
  ...{ followsOnMention: false, version: 1 },
}

/** What a person is told of and when, with what is usual where they chose nothing. */
export async function findNoticeSettings(reader: Reader, employeeId: string): Promise<NoticeSettings> {
  const [stored, choices] = await Promise.all([
    findStoredSettings(reader, employeeId),
    reader.rows<Choice>(Prisma.sql`SELECT reason, scope, channel, is_on AS "isOn" FROM notice_preference
      WHERE employee_id = ${employeeId}::uuid`),
  ])
  const { quietFrom, quietTo, digestAt, quietDays, breaksQuiet, followsOnMention, timeZone, version } = stored
  const isChosen = ({ reason, scope, channel }: Omit<Choice, 'isOn'>) =>
    choices.find((one) => one.reason === reason && one.scope === scope && one.channel === channel)?.isOn
  return {
    quietHours: quietFrom === null || quietTo === null ? null : { from: clockText(quietFrom), to: clockText(quietTo) },
    ...{ quietDays, breaksQuiet, followsOnMention, timeZone, version },
    digestAt: digestAt === null ? null : clockText(digestAt),
    preferences: cells.map((cell) => ({
      ...cell,
      level: levelOf(cell.reason),
      isOn: isChosen(cell) ?? cell.isUsual,
    })),
  }
}

/** The settings of a person as they are stored; of who chose nothing, as if they were. */
export async function findStoredSettings(reader: Reader, employeeId: string): Promise<Row> {
  const [row] =
    await reader.rows<Row>(Prisma.sql`SELECT time_zone AS "timeZone", quiet_from AS "quietFrom", quiet_to AS "quietTo",
      quiet_days AS "quietDays", breaks_quiet AS "breaksQuiet", digest_at AS "digestAt", follows_on_mention AS "followsOnMention", version
    FROM notice_schedule WHERE employee_id = ${employeeId}::uuid`)
  return row ?? NOTHING_CHOSEN
}
