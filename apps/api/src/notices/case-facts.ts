import { EventPayload } from '@timedesk/contracts/events'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import type { DeliveredEvent } from '../platform/events/relay.ts'

/** What notices and mails about an event have to know of its case. */
export type CaseFacts = {
  id: string
  number: number
  subject: string
  customerId: string
  contactId: string | null
  participantIds: string[]
  responsibleId: string | null
  accountManagerId: string | null
  departmentId: string
  companyName: string
  timeZone: string
  mailIncludesText: boolean
  /** A status changed without a reply in the same go, so that nothing else tells of it. */
  wasSilent: boolean
  /** Who began the side conversation that the event is about. */
  askerId: string | null
  body: string | null
}

/** The case of an event as it is now. Undefined: there is none of that id. */
export async function readFacts(tx: Tx, event: DeliveredEvent, caseId: string): Promise<CaseFacts | undefined> {
  const { payload } = event
  const replyId = payload.type === 'reply.posted' ? payload.replyId : null
  const conversationId = payload.type === 'side.received' ? payload.conversationId : null
  const [facts] = await tx.rows<CaseFacts>(Prisma.sql`
    SELECT c.id, c.number, c.subject, c.customer_id AS "customerId", c.contact_id AS "contactId", c.responsible_id AS "responsibleId",
           ARRAY(SELECT p.contact_id FROM case_participant p WHERE p.case_id = c.id ORDER BY 1) AS "participantIds",
           c.department_id AS "departmentId", (SELECT cu.account_manager_id FROM customer cu WHERE cu.id = c.customer_id) AS "accountManagerId",
           y.name AS "companyName", y.time_zone AS "timeZone", y.mail_includes_text AS "mailIncludesText",
           NOT EXISTS (SELECT 1 FROM event o WHERE o.case_id = c.id AND o.at = ${event.at} AND o.type IN ('reply.posted', 'case.created')) AS "wasSilent",
           (SELECT s.started_by_id FROM side_conversation s WHERE s.id = ${conversationId}::uuid) AS "askerId",
           (SELECT r.body FROM reply r WHERE r.id = ${replyId}::uuid) AS body
      FROM support_case c CROSS JOIN company y WHERE c.id = ${caseId}::uuid`)
  return facts
}

type Row = Omit<DeliveredEvent, 'payload'> & { type: string; facts: object }

/** An event of the log, as a consumer gets it. Undefined: there is none of that id. */
export async function readEvent(tx: Tx, eventId: string): Promise<DeliveredEvent | undefined> {
  const [row] = await tx.rows<Row>(Prisma.sql`
    SELECT e.id, e.type, e.payload AS facts, e.case_id AS "caseId", e.customer_id AS "customerId", e.actor_kind AS "actorKind",
           e.actor_id AS "actorId", e.actor_name AS "actorName", e.request_id AS "requestId", e.at
      FROM event e WHERE e.id = ${eventId}::uuid`)
  return row === undefined ? undefined : { ...row, payload: EventPayload.parse({ type: row.type, ...row.facts }) }
}
