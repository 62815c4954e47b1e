import { Prisma } from '@timedesk/prisma/client'
import { EventPayload, type EventType, type SubjectKind } from '@timedesk/contracts/events'
import type { Acting, WrittenEvent } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { consumersOf, isInternalEvent } from './consumers.ts'

/**
 * What clocks of a case may go by. Such events are appended by `appendCaseEvents` of the wing of service levels, which
 * has the clocks follow in the same transaction: `appendEvents` does not take them, so that nobody forgets.
 */
export type ClockEvent = Extract<
  EventPayload,
  {
    type:
      | 'case.created'
      | 'case.status_changed'
      | 'case.dispatched'
      | 'case.logged'
      | 'case.policy_applied'
      | 'case.deadline_set'
      | 'reply.posted'
  }
>
export type QuietEvent = Exclude<EventPayload, ClockEvent>

/** What an event is about. The case and the customer say who may see it. */
export type Subject = {
  kind: SubjectKind
  id: string
  caseId?: string
  customerId?: string
}

/**
 * Writes history and its outbox in the caller's transaction: a change without its event, or an event without
 * its deliveries, cannot be committed. The events keep the order in which they are given.
 */
export async function appendEvents(tx: Tx, context: Acting, subject: Subject, payloads: QuietEvent[]): Promise<void> {
  await appendAnyEvents(tx, context, subject, payloads)
}

/** One that is kept, unlike a signal. */
type HistoricEvent = WrittenEvent & { type: EventType }

/** The same for events of any kind; for `appendCaseEvents`, and for who writes of a past that has no clocks. */
export async function appendAnyEvents(
  tx: Tx,
  context: Acting,
  subject: Subject,
  payloads: readonly EventPayload[],
): Promise<void> {
  if (payloads.length === 0) return
  const facts: object[] = []
  const events = payloads.map((payload): HistoricEvent => {
    const { type, ...rest } = EventPayload.parse(payload)
    facts.push(rest)
    return {
      id: context.newId(),
      type,
      caseId: subject.caseId ?? null,
      customerId: subject.customerId ?? null,
      isInternal: isInternalEvent(payload),
    }
  })
  await insertEvents(tx, context, subject, events, facts)
  context.written.push(...events)
}

/** One statement for all. The deliveries' foreign key is checked at the statement's end, when the events are there. */
async function insertEvents(
  tx: Tx,
  { actor, now, requestId }: Acting,
  { kind, id, caseId, customerId }: Subject,
  events: HistoricEvent[],
  facts: object[],
): Promise<void> {
  const deliveries = events.flatMap((event) =>
    consumersOf(event.type, actor.kind).map((consumer) => ({ id: event.id, consumer })),
  )
  await tx.rows(Prisma.sql`WITH history AS (
      INSERT INTO event (id, type, subject_kind, subject_id, case_id, customer_id, is_internal, payload, actor_kind, actor_id, actor_name, request_id, at)
      SELECT g.id, g.type, ${kind}, ${id}::uuid, ${caseId ?? null}::uuid, ${customerId ?? null}::uuid, g.is_internal, g.payload, ${actor.kind}, ${actor.id}::uuid,
        ${actor.name}, ${requestId}, ${now}
      FROM unnest(${events.map((event) => event.id)}::uuid[], ${events.map(({ type }) => type)}::text[],
        ${events.map(({ isInternal }) => isInternal)}::bool[], ${facts.map((fact) => JSON.stringify(fact))}::jsonb[])
        WITH ORDINALITY AS g (id, type, is_internal, payload, position)
      ORDER BY g.position)
    INSERT INTO event_delivery (event_id, consumer, next_attempt_at)
    SELECT g.id, g.consumer, ${now} FROM unnest(${deliveries.map((delivery) => delivery.id)}::uuid[],
      ${deliveries.map(({ consumer }) => consumer)}::text[]) AS g (id, consumer)`)
}
