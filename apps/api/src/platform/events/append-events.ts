import { Prisma } from '@timedesk/prisma/client'
import { EventPayload, type SubjectKind } from '@timedesk/contracts/events'
import type { Context, WrittenEvent } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { consumersOf, isInternalEvent } from './consumers.ts'

/** What an event is about. The case and the customer say who may see it. */
export interface Subject {
  kind: SubjectKind
  id: string
  caseId?: string
  customerId?: string
}

/**
 * Writes history and its outbox in the caller's transaction: a change without its event, or an event without
 * its deliveries, cannot be committed.
 */
export async function appendEvents(
  tx: Tx,
  context: Context,
  subject: Subject,
  payloads: EventPayload[],
): Promise<void> {
  for (const payload of payloads) {
    const { type, ...facts } = EventPayload.parse(payload)
    const event: WrittenEvent = {
      id: context.newId(),
      type,
      caseId: subject.caseId ?? null,
      customerId: subject.customerId ?? null,
      isInternal: isInternalEvent(payload),
    }
    await insertEvent(tx, context, subject, event, facts)
    context.written.push(event)
  }
}

async function insertEvent(
  tx: Tx,
  { actor, now, requestId }: Context,
  subject: Subject,
  event: WrittenEvent,
  facts: object,
): Promise<void> {
  const consumers = consumersOf(event.type)
  const insertion = Prisma.sql`INSERT INTO event (id, type, subject_kind, subject_id, case_id, customer_id, is_internal, payload, actor_kind, actor_id, actor_name, request_id, at)
    VALUES (${event.id}::uuid, ${event.type}, ${subject.kind}, ${subject.id}::uuid, ${event.caseId}::uuid, ${event.customerId}::uuid, ${event.isInternal},
      ${JSON.stringify(facts)}::jsonb, ${actor.kind}, ${actor.id}::uuid, ${actor.name}, ${requestId}, ${now})`
  if (consumers.length === 0) {
    await tx.rows(insertion)
    return
  }
  // One statement for both. The deliveries' foreign key is checked at the statement's end, when the event is there.
  const deliveries = Prisma.join(
    consumers.map((consumer) => Prisma.sql`(${event.id}::uuid, ${consumer}, ${now}::timestamptz)`),
  )
  await tx.rows(Prisma.sql`WITH history AS (${insertion})
    INSERT INTO event_delivery (event_id, consumer, next_attempt_at) VALUES ${deliveries}`)
}
