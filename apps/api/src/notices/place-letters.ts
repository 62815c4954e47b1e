import type { NoticeReason } from '@timedesk/contracts/notice-reasons'
import { mailTimeOf } from '@timedesk/domain/notices/mail-time'
import { levelOf } from '@timedesk/domain/notices/reasons'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { lockAddressee } from './held-letters.ts'
import { scheduleOf } from './mail-schedules.ts'

/** Gives the letters that wait for a person the moments that their schedule now means; what need not wait goes next. */
export async function placeLetters(tx: Tx, employeeId: string, now: Date): Promise<void> {
  const person = await lockAddressee(tx, employeeId, 'wait')
  if (person === undefined) return
  const zone = zoneNamed(person.schedule?.timeZone ?? person.companyZone)
  const waiting = await tx.rows<{ id: string; reason: NoticeReason }>(
    Prisma.sql`SELECT id, reason FROM held_letter WHERE employee_id = ${employeeId}::uuid ORDER BY id`,
  )
  for (const { id, reason } of waiting) {
    const time = mailTimeOf(levelOf(reason), scheduleOf(person.schedule), zone, now)
    const placed = time.heldFor === null ? { heldFor: 'quiet', releaseAt: now } : time
    await tx.rows(
      Prisma.sql`UPDATE held_letter SET held_for = ${placed.heldFor}, release_at = ${placed.releaseAt} WHERE id = ${id}::uuid`,
    )
  }
}
