import type { updateNoticeSettings as contract } from '@timedesk/contracts/notice-settings'
import { Refusal } from '@timedesk/contracts/refusal'
import { clockMinutes } from '@timedesk/domain/calendar/clock'
import { isUsual } from '@timedesk/domain/notices/reasons'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { findStoredSettings } from './find-notice-settings.ts'
import { lockAddressee } from './held-letters.ts'
import { placeLetters } from './place-letters.ts'

type Wanted = z.output<typeof contract.body>

/**
 * Chooses what the actor is told of and when. What they set to the usual is forgotten, so that it follows the usual.
 * Letters that wait are placed anew. Refuses with `stale_version`, and with `field_refused` a choice that there is not.
 */
export async function updateNoticeSettings(
  tx: Tx,
  { actor, now }: Context<StaffActor>,
  { preferences = [], ...wanted }: Wanted,
  version: number | null,
): Promise<void> {
  await lockAddressee(tx, actor.id, 'wait')
  const before = await findStoredSettings(tx, actor.id)
  if (version !== null && version !== before.version) throw new Refusal('stale_version')
  const { quietHours, digestAt } = wanted
  const after = {
    ...before,
    ...(wanted.timeZone !== undefined && { timeZone: wanted.timeZone }),
    ...(wanted.quietDays !== undefined && { quietDays: wanted.quietDays.toSorted((one, other) => one - other) }),
    ...(wanted.breaksQuiet !== undefined && { breaksQuiet: wanted.breaksQuiet }),
    ...(wanted.followsOnMention !== undefined && { followsOnMention: wanted.followsOnMention }),
    ...(quietHours !== undefined && { quietFrom: minuteOf(quietHours?.from), quietTo: minuteOf(quietHours?.to) }),
    ...(digestAt !== undefined && { digestAt: minuteOf(digestAt ?? undefined) }),
  }
  await tx.rows(Prisma.sql`INSERT INTO notice_schedule (employee_id, time_zone, quiet_from, quiet_to, quiet_days, digest_at, breaks_quiet, follows_on_mention, version)
    VALUES (${actor.id}::uuid, ${after.timeZone}, ${after.quietFrom}, ${after.quietTo}, ${after.quietDays}::int[], ${after.digestAt},
      ${after.breaksQuiet}, ${after.followsOnMention}, ${before.version + 1})
    ON CONFLICT (employee_id) DO UPDATE SET time_zone = excluded.time_zone, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
      quiet_days = excluded.quiet_days, digest_at = excluded.digest_at, breaks_quiet = excluded.breaks_quiet,
      follows_on_mention = excluded.follows_on_mention, version = excluded.version`)
  for (const [index, preference] of preferences.entries()) await storePreference(tx, actor.id, preference, index)
  await placeLetters(tx, actor.id, now)
}

function minuteOf(clock: string | undefined): number | null {
  return clock === undefined ? null : clockMinutes(clock)
}

type Preference = NonNullable<Wanted['preferences']>[number]

async function storePreference(
  tx: Tx,
  employeeId: string,
  { reason, scope, channel, isOn }: Preference,
  index: number,
): Promise<void> {
  const usual = isUsual(reason, scope, channel)
  if (usual === null) {
    const message = 'Such a notice never comes in that scope.'
    const pointer = `/body/preferences/${String(index)}`
    throw new Refusal('field_refused', { detail: message, fields: [{ pointer, code: 'unknown_choice', message }] })
  }
  const cell = Prisma.sql`employee_id = ${employeeId}::uuid AND reason = ${reason} AND scope = ${scope} AND channel = ${channel}`
  await tx.rows(
    usual === isOn
      ? Prisma.sql`DELETE FROM notice_preference WHERE ${cell}`
      : Prisma.sql`INSERT INTO notice_preference (employee_id, reason, scope, channel, is_on)
          VALUES (${employeeId}::uuid, ${reason}, ${scope}, ${channel}, ${isOn})
          ON CONFLICT (employee_id, reason, scope, channel) DO UPDATE SET is_on = excluded.is_on`,
  )
}
