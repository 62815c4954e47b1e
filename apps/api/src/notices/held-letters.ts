import type { NoticeReason, NoticeScope } from '@timedesk/contracts/notice-reasons'
import type { Language } from '@timedesk/contracts/primitives'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { mailScheduleJson, type StoredSchedule } from './mail-schedules.ts'

/** A mail to one of the staff that waits. */
export type Letter = {
  eventId: string
  caseId: string
  reason: NoticeReason
  scope: NoticeScope
  heldFor: 'quiet' | 'digest'
  releaseAt: Date
}

/** Whom letters wait for. */
export type Addressee = {
  id: string
  name: string
  email: string
  language: Language
  isActive: boolean
  schedule: StoredSchedule | null
  companyZone: string
}

/** Keeps a mail to a member of the staff until it may go out. */
export async function holdLetter(
  tx: Tx,
  { id, employeeId, now }: { id: string; employeeId: string; now: Date },
  letter: Letter,
): Promise<void> {
  await tx.rows(Prisma.sql`
    INSERT INTO held_letter (id, employee_id, event_id, case_id, reason, scope, held_for, created_at, release_at)
    VALUES (${id}::uuid, ${employeeId}::uuid, ${letter.eventId}::uuid, ${letter.caseId}::uuid, ${letter.reason}, ${letter.scope},
      ${letter.heldFor}, ${now}, ${letter.releaseAt}) ON CONFLICT DO NOTHING`)
}

/** One whose letters nobody else sends or places until the transaction ends; undefined: another worker does. */
export async function lockAddressee(
  tx: Tx,
  employeeId: string,
  whenHeld: 'wait' | 'skip',
): Promise<Addressee | undefined> {
  const held = whenHeld === 'skip' ? Prisma.sql`SKIP LOCKED` : Prisma.empty
  const locked = await tx.rows(
    Prisma.sql`SELECT 1 FROM employee WHERE id = ${employeeId}::uuid FOR NO KEY UPDATE ${held}`,
  )
  if (locked.length === 0) return undefined
  const [addressee] =
    await tx.rows<Addressee>(Prisma.sql`SELECT e.id, e.name, e.email, e.language, e.is_active AS "isActive",
      co.time_zone AS "companyZone", (SELECT ${mailScheduleJson} FROM notice_schedule s WHERE s.employee_id = e.id) AS schedule
    FROM employee e CROSS JOIN company co WHERE e.id = ${employeeId}::uuid`)
  return addressee
}

/** Takes letters that are due out of their place, in the order of what they tell; of those, what is still news. */
export async function takeLetters(tx: Tx, { id, isActive }: Addressee, now: Date): Promise<Letter[]> {
  const letters = await tx.rows<Letter & { isRead: boolean }>(Prisma.sql`WITH taken AS (
      DELETE FROM held_letter h WHERE h.employee_id = ${id}::uuid AND h.release_at <= ${now} RETURNING h.*)
    SELECT t.event_id AS "eventId", t.case_id AS "caseId", t.reason, t.scope, t.held_for AS "heldFor", t.release_at AS "releaseAt",
      EXISTS (SELECT 1 FROM staff_read_mark m WHERE m.employee_id = t.employee_id AND m.case_id = t.case_id AND m.read_at >= e.at)
        OR EXISTS (SELECT 1 FROM staff_notice n WHERE n.employee_id = t.employee_id AND n.event_id = t.event_id AND n.read_at IS NOT NULL) AS "isRead"
    FROM taken t JOIN event e ON e.id = t.event_id ORDER BY e.at, e.sequence`)
  return isActive ? letters.filter(({ isRead }) => !isRead) : []
}
