import { Prisma } from '@timedesk/prisma/client'
import type { Language } from '@timedesk/contracts/primitives'
import { findStandIn } from '../dispatch/find-stand-in.ts'
import { endSnoozes } from '../helpdesk/attention/end-snoozes.ts'
import type { Context, SystemActor, WrittenEvent } from '../platform/context.ts'
import type { Deps } from '../platform/deps.ts'
import type { Tx } from '../platform/db/database.ts'
import type { DeliveredEvent, Handler } from '../platform/events/relay.ts'
import { writeMail } from '../platform/mail/write-mail.ts'
import { readFacts, type CaseFacts } from './case-facts.ts'
import { counterpartsOf, type Audience } from './counterparts.ts'
import { mailTextOf } from './mail-texts.ts'
import { tellStaff } from './tell-staff.ts'
import { withBranches } from './with-branches.ts'
import { writeLetters } from './write-letters.ts'

type Person = {
  id: string
  name: string
  email: string
  language: Language
}

type World = Pick<Deps, 'newId' | 'now' | 'publicUrl'>

const NOBODY: SystemActor = { kind: 'system', id: null, name: 'Timedesk' }

/**
 * Brings the case back to those who had put it away until then, and writes the notices and the mail that an event is
 * worth: to the other party and to the staff whom it concerns, never to who did it, once for each person. Runs in the
 * delivery's transaction, so a repeated delivery finds them written.
 */
export function createNotify(deps: World): Handler {
  return async (tx, event, written) => {
    await writeLetters(tx, deps, event)
    if (event.caseId === null) return
    const facts = await readFacts(tx, event, event.caseId)
    if (facts === undefined) return
    const wokenIds = await wakeCase(tx, deps, event, { facts, written })
    const standInId = await standInOf(tx, event, facts)
    const audience = counterpartsOf(await withBranches(tx, event), { ...facts, wokenIds, standInId })
    await tellContacts(tx, deps, event, { facts, audience })
    await tellStaff(tx, deps, event, { facts, audience, written })
  }
}

/** What the contact answers brings the case back to everybody, and being given it to the one who gets it. */
async function wakeCase(
  tx: Tx,
  { newId, now }: World,
  event: DeliveredEvent,
  { facts, written }: { facts: CaseFacts; written: WrittenEvent[] },
): Promise<string[]> {
  const { payload, actorKind, actorId, at } = event
  const context: Context = { actor: NOBODY, now: now(), newId, requestId: null, written }
  const about = { caseId: facts.id, customerId: facts.customerId, begunBefore: at }
  if (payload.type === 'reply.posted' && actorKind === 'contact')
    return endSnoozes(tx, context, { ...about, cause: 'reply' })
  if (payload.type !== 'case.dispatched' || payload.toResponsibleId === null || payload.toResponsibleId === actorId)
    return []
  return endSnoozes(tx, context, { ...about, employeeId: payload.toResponsibleId, cause: 'assigned' })
}

/** Only what the other party does is worth telling to somebody else than the one responsible. */
async function standInOf(
  tx: Tx,
  { actorKind, at }: DeliveredEvent,
  { responsibleId }: CaseFacts,
): Promise<string | null> {
  return actorKind === 'contact' && responsibleId !== null ? findStandIn(tx, responsibleId, at) : null
}

async function tellContacts(
  tx: Tx,
  deps: World,
  event: DeliveredEvent,
  { facts, audience }: { facts: CaseFacts; audience: Audience },
): Promise<void> {
  for (const person of await findContacts(tx, audience, facts)) {
    await tx.rows(Prisma.sql`INSERT INTO contact_notice (id, customer_id, contact_id, event_id, case_id, created_at)
      VALUES (${deps.newId()}::uuid, ${facts.customerId}::uuid, ${person.id}::uuid, ${event.id}::uuid, ${facts.id}::uuid, ${event.at}) ON CONFLICT DO NOTHING`)
    if (audience.mailContacts) await mailContact(tx, deps, event, facts, person)
  }
}

async function findContacts(tx: Tx, { contactIds }: Audience, { customerId }: CaseFacts): Promise<Person[]> {
  if (contactIds.length === 0) return []
  return tx.rows<Person>(Prisma.sql`
    SELECT p.id, p.name, p.email, p.language FROM contact p JOIN customer c ON c.id = p.customer_id
     WHERE p.id = ANY(${contactIds}::uuid[]) AND p.customer_id = ${customerId}::uuid AND p.is_active AND c.is_active AND p.role <> 'bookkeeper'`)
}

async function mailContact(
  tx: Tx,
  { newId, now, publicUrl }: World,
  event: DeliveredEvent,
  facts: CaseFacts,
  to: Person,
): Promise<void> {
  const link = `${publicUrl}/extranet/cases/${String(facts.number)}`
  const { subject, text } = mailTextOf(event, {
    ...facts,
    ...{ link, reader: to.name, language: to.language, app: 'extranet' },
  })
  await writeMail(tx, {
    causeKey: `event:${event.id}:${to.id}`,
    kind: event.payload.type,
    to: { name: to.name, address: to.email },
    subject,
    text,
    now: now(),
    newId,
    publicUrl,
  })
}
