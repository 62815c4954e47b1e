import { Prisma } from '@timedesk/prisma/client'
import type { ContactActor, Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { pass } from '../platform/realtime/pass.ts'
import { requireCase } from './case-keyed.ts'
import { readMarkUpsert, runTogether } from './store-message.ts'

/** The actor has seen all of a case up to now, and the notices about it. Refuses with `not_found`. */
export async function markCaseRead(
  tx: Tx,
  context: Context<StaffActor | ContactActor>,
  { caseId }: { caseId: string },
): Promise<void> {
  await requireCase(tx, caseId)
  const { actor, now } = context
  const own =
    actor.kind === 'contact'
      ? Prisma.sql`UPDATE contact_notice SET read_at = ${now} WHERE contact_id = ${actor.id}::uuid`
      : Prisma.sql`UPDATE staff_notice SET read_at = ${now} WHERE employee_id = ${actor.id}::uuid`
  const seen = await runTogether(
    tx,
    [readMarkUpsert(context, caseId)],
    Prisma.sql`${own} AND case_id = ${caseId}::uuid AND read_at IS NULL RETURNING 1`,
  )
  if (actor.kind !== 'contact' && seen.length > 0) pass(context, 'notices.changed', { employeeId: actor.id })
}

/** A case counts as unseen by the actor again: as if last seen before there was anything. Refuses with `not_found`. */
export async function markCaseUnread(
  tx: Tx,
  { actor }: Context<StaffActor>,
  { caseId }: { caseId: string },
): Promise<void> {
  await requireCase(tx, caseId)
  await tx.rows(Prisma.sql`INSERT INTO staff_read_mark (case_id, employee_id, read_at)
    SELECT id, ${actor.id}::uuid, created_at - interval '1 millisecond' FROM support_case WHERE id = ${caseId}::uuid
    ON CONFLICT (employee_id, case_id) DO UPDATE SET read_at = excluded.read_at`)
}
