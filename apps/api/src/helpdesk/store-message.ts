import { Prisma } from '@timedesk/prisma/client'
import type { ContactActor, Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'

/** A message of a case that is about to be stored. */
type NewMessage = {
  id: string
  caseId: string
  customerId: string
  body: string
}

/** The statement that stores a public message by the actor, now. */
export function replyInsertion(
  { actor, now }: Context,
  { id, caseId, customerId, body }: NewMessage,
  kind: 'description' | 'reply',
): Prisma.Sql {
  return Prisma.sql`INSERT INTO reply (id, case_id, customer_id, kind, author_kind, author_id, author_name, body, posted_at)
    VALUES (${id}::uuid, ${caseId}::uuid, ${customerId}::uuid, ${kind}, ${actor.kind}, ${actor.id}::uuid, ${actor.name}, ${body}, ${now})`
}

/** The statement that stores an internal note by the actor, now. */
export function noteInsertion({ actor, now }: Context, { id, caseId, customerId, body }: NewMessage): Prisma.Sql {
  return Prisma.sql`INSERT INTO note (id, case_id, customer_id, author_id, author_name, body, written_at)
    VALUES (${id}::uuid, ${caseId}::uuid, ${customerId}::uuid, ${actor.id}::uuid, ${actor.name}, ${body}, ${now})`
}

/** The statement by which an actor who reads has seen all of a case up to now; the product itself reads nothing. */
export function ownMarkOf({ actor, ...context }: Context, caseId: string): Prisma.Sql[] {
  const isReader = actor.kind === 'employee' || actor.kind === 'token' || actor.kind === 'contact'
  return isReader ? [readMarkUpsert({ ...context, actor }, caseId)] : []
}

/** The statement by which the actor has seen all of a case up to now. */
export function readMarkUpsert({ actor, now }: Context<StaffActor | ContactActor>, caseId: string): Prisma.Sql {
  return actor.kind === 'contact'
    ? Prisma.sql`INSERT INTO contact_read_mark (case_id, customer_id, contact_id, read_at)
        VALUES (${caseId}::uuid, ${actor.customerId}::uuid, ${actor.id}::uuid, ${now})
        ON CONFLICT (contact_id, case_id) DO UPDATE SET read_at = excluded.read_at`
    : Prisma.sql`INSERT INTO staff_read_mark (case_id, employee_id, read_at) VALUES (${caseId}::uuid, ${actor.id}::uuid, ${now})
        ON CONFLICT (employee_id, case_id) DO UPDATE SET read_at = excluded.read_at`
}

/**
 * Runs statements in one round trip and resolves with the rows of the last. None sees what the others write, so
 * row-level security lets a statement among them depend on rows of before only.
 */
export async function runTogether<Row>(tx: Tx, others: Prisma.Sql[], last: Prisma.Sql): Promise<Row[]> {
  const parts = others.map((statement, index) => Prisma.sql`${Prisma.raw(`part_${String(index)}`)} AS (${statement})`)
  return tx.rows<Row>(Prisma.sql`WITH ${Prisma.join(parts, ', ')} ${last}`)
}
