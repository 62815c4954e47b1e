import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import type { DeliveredEvent } from '../platform/events/relay.ts'

/** The event with every department that a note calls by name followed by all below it, whose people are called too. */
export async function withBranches(tx: Tx, event: DeliveredEvent): Promise<DeliveredEvent> {
  const { payload } = event
  if (payload.type !== 'note.written' || payload.mentionedDepartmentIds === undefined) return event
  const branches = await tx.rows<{ id: string }>(Prisma.sql`WITH RECURSIVE branch AS (
      SELECT id FROM department WHERE id = ANY(${payload.mentionedDepartmentIds}::uuid[])
      UNION SELECT d.id FROM department d JOIN branch b ON d.parent_id = b.id)
    SELECT id FROM branch`)
  return { ...event, payload: { ...payload, mentionedDepartmentIds: branches.map(({ id }) => id) } }
}
