import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, ContactActor, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { pass } from '../platform/realtime/pass.ts'

/** Marks all of the actor's notices as read. */
export async function readAllNotices(tx: Tx, context: Context<StaffActor | ContactActor>): Promise<void> {
  const { actor, now } = context
  if (actor.kind === 'contact') {
    await tx.rows(
      Prisma.sql`UPDATE contact_notice SET read_at = ${now} WHERE contact_id = ${actor.id}::uuid AND read_at IS NULL`,
    )
    return
  }
  const changed = await tx.rows(
    Prisma.sql`UPDATE staff_notice SET read_at = ${now} WHERE employee_id = ${actor.id}::uuid AND read_at IS NULL RETURNING 1`,
  )
  tellOwnDevices(context, actor.id, changed)
}

/** Marks the actor's notices of a case as read. Refuses with `not_found` where there are none. */
export async function readNoticeEntry(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId }: { caseId: string },
): Promise<void> {
  const ofCase = Prisma.sql`employee_id = ${context.actor.id}::uuid AND case_id = ${caseId}::uuid`
  const found = await tx.rows(Prisma.sql`SELECT 1 FROM staff_notice WHERE ${ofCase} LIMIT 1`)
  if (found.length === 0) throw new Refusal('not_found')
  const changed = await tx.rows(
    Prisma.sql`UPDATE staff_notice SET read_at = ${context.now} WHERE ${ofCase} AND read_at IS NULL RETURNING 1`,
  )
  tellOwnDevices(context, context.actor.id, changed)
}

/** Marks the actor's latest notice of a case as unread. Refuses with `not_found` where there is none. */
export async function unreadNoticeEntry(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId }: { caseId: string },
): Promise<void> {
  const changed = await tx.rows(Prisma.sql`UPDATE staff_notice SET read_at = NULL WHERE id = (
    SELECT id FROM staff_notice WHERE employee_id = ${context.actor.id}::uuid AND case_id = ${caseId}::uuid
     ORDER BY created_at DESC, id DESC LIMIT 1) RETURNING 1`)
  if (changed.length === 0) throw new Refusal('not_found')
  tellOwnDevices(context, context.actor.id, changed)
}

/** What one device reads is read on the others. */
function tellOwnDevices(context: Context, employeeId: string, changed: readonly unknown[]): void {
  if (changed.length > 0) pass(context, 'notices.changed', { employeeId })
}
