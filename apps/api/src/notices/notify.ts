import { Prisma } from '@timedesk/prisma/client'
import type { Language } from '@timedesk/contracts/primitives'
import { findStandIn } from '../dispatch/find-stand-in.ts'
import type { Deps } from '../platform/deps.ts'
import type { Tx } from '../platform/db/database.ts'
import type { DeliveredEvent, Handler } from '../platform/events/relay.ts'
import { writeMail } from '../platform/mail/write-mail.ts'
import { counterpartsOf, type Audience } from './counterparts.ts'
import { mailTextOf } from './mail-texts.ts'
import { writeLetters } from './write-letters.ts'

type CaseFacts = {
  id: string
  number: number
  subject: string
  customerId: string
  contactId: string | null
  responsibleId: string | null
  accountManagerId: string | null
  departmentId: string
  companyName: string
  timeZone: string
  mailIncludesText: boolean
  wasSilent: boolean
  body: string | null
}

type Person = {
  id: string
  name: string
  email: string
  language: Language
}

/**
 * Writes the notices and the mail that an event is worth: to the other party, never to who did it, once for each
 * person. Runs in the delivery's transaction, so a repeated delivery finds them written.
 */
export function createNotify(deps: Pick<Deps, 'newId' | 'now' | 'publicUrl'>): Handler {
  return async (tx, event) => {
    await writeLetters(tx, deps, event)
    if (event.caseId === null) return
    const facts = await readFacts(tx, event, event.caseId)
    if (facts === undefined) return
    const audience = counterpartsOf(event, { ...facts, standInId: await standInOf(tx, event, facts) })
    for (const person of await findContacts(tx, audience, facts)) {
      await tx.rows(Prisma.sql`INSERT INTO contact_notice (id, customer_id, contact_id, event_id, case_id, created_at)
        VALUES (${deps.newId()}::uuid, ${facts.customerId}::uuid, ${person.id}::uuid, ${event.id}::uuid, ${facts.id}::uuid, ${event.at}) ON CONFLICT DO NOTHING`)
      if (audience.mailContacts) await mail(tx, deps, event, facts, person, 'extranet')
    }
    for (const person of await findStaff(tx, audience)) {
      await tx.rows(Prisma.sql`INSERT INTO staff_notice (id, employee_id, event_id, case_id, created_at)
        VALUES (${deps.newId()}::uuid, ${person.id}::uuid, ${event.id}::uuid, ${facts.id}::uuid, ${event.at}) ON CONFLICT DO NOTHING`)
      if (person.isTold || audience.mailStaffId === person.id) await mail(tx, deps, event, facts, person, 'desk')
    }
  }
}

/** Only what the other party does is worth telling to somebody else than the one responsible. */
async function standInOf(
  tx: Tx,
  { actorKind, at }: DeliveredEvent,
  { responsibleId }: CaseFacts,
): Promise<string | null> {
  return actorKind === 'contact' && responsibleId !== null ? findStandIn(tx, responsibleId, at) : null
}

/** `wasSilent`: a status that changed without a reply in the same go, so that nothing else tells of it. */
async function readFacts(tx: Tx, event: DeliveredEvent, caseId: string): Promise<CaseFacts | undefined> {
  const replyId = event.payload.type === 'reply.posted' ? event.payload.replyId : null
  const [facts] = await tx.rows<CaseFacts>(Prisma.sql`
    SELECT c.id, c.number, c.subject, c.customer_id AS "customerId", c.contact_id AS "contactId", c.responsible_id AS "responsibleId",
           c.department_id AS "departmentId", (SELECT cu.account_manager_id FROM customer cu WHERE cu.id = c.customer_id) AS "accountManagerId", y.name AS "companyName", y.time_zone AS "timeZone", y.mail_includes_text AS "mailIncludesText",
           NOT EXISTS (SELECT 1 FROM event o WHERE o.case_id = c.id AND o.at = ${event.at} AND o.type IN ('reply.posted', 'case.created')) AS "wasSilent",
           (SELECT r.body FROM reply r WHERE r.id = ${replyId}::uuid) AS body
      FROM support_case c CROSS JOIN company y WHERE c.id = ${caseId}::uuid`)
  return facts
}

async function findContacts(tx: Tx, { contactIds }: Audience, { customerId }: CaseFacts): Promise<Person[]> {
  if (contactIds.length === 0) return []
  return tx.rows<Person>(Prisma.sql`
    SELECT p.id, p.name, p.email, p.language FROM contact p JOIN customer c ON c.id = p.customer_id
     WHERE p.id = ANY(${contactIds}::uuid[]) AND p.customer_id = ${customerId}::uuid AND p.is_active AND c.is_active AND p.role <> 'bookkeeper'`)
}

/** `isTold`: by name, and so by mail as well. */
async function findStaff(
  tx: Tx,
  { staffIds, departmentId, told, exceptId }: Audience,
): Promise<(Person & { isTold: boolean })[]> {
  const [employeeIds, departmentIds] = [[...told.employeeIds], [...told.departmentIds]]
  if (staffIds.length + employeeIds.length + departmentIds.length === 0 && departmentId === null) return []
  const isTold = Prisma.sql`(e.id = ANY(${employeeIds}::uuid[]) OR e.department_id = ANY(${departmentIds}::uuid[]))`
  return tx.rows<Person & { isTold: boolean }>(Prisma.sql`
    SELECT e.id, e.name, e.email, e.language, ${isTold} AS "isTold" FROM employee e
     WHERE e.is_active AND (e.id = ANY(${staffIds}::uuid[]) OR e.department_id = ${departmentId}::uuid OR ${isTold}) AND e.id IS DISTINCT FROM ${exceptId}::uuid`)
}

async function mail(
  tx: Tx,
  deps: Pick<Deps, 'newId' | 'now' | 'publicUrl'>,
  event: DeliveredEvent,
  facts: CaseFacts,
  to: Person,
  app: 'desk' | 'extranet',
): Promise<void> {
  const link = `${deps.publicUrl}/${app}/cases/${String(facts.number)}`
  const { subject, text } = mailTextOf(event, { ...facts, link, reader: to.name, language: to.language, app })
  await writeMail(tx, {
    causeKey: `event:${event.id}:${to.id}`,
    kind: event.payload.type,
    to: { name: to.name, address: to.email },
    subject,
    text,
    now: deps.now(),
    newId: deps.newId,
    publicUrl: deps.publicUrl,
  })
}
