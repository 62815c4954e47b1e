import type { createCase as contract } from '@timedesk/contracts/cases'
import { decideDispatch, dispatchedEvent } from '@timedesk/domain/helpdesk/decide-dispatch'
import { plainText } from '@timedesk/domain/text/plain-text'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { ContactActor, Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { claimAttachments } from './claim-attachments.ts'
import { findCreationGround, type CreationGround } from './find-creation-ground.ts'
import { registerMessageTime } from './register-message-time.ts'
import { readMarkUpsert, replyInsertion, runTogether } from './store-message.ts'

/** A new case as staff gives it; a contact's report leaves to the rules what is for staff to say. */
type NewCase = z.output<typeof contract.body>

type Author = StaffActor | ContactActor
type Holder = { departmentId: string; responsibleId: string | null }

/**
 * Opens a case and hands it at once to whom the rules say (R83). Its description is the first public message.
 * Resolves with its id. Refuses with `reference_refused` what does not exist, is not active or belongs to another
 * customer, and what files and time refuse.
 */
export async function createCase(tx: Tx, context: Context<Author>, input: NewCase): Promise<string> {
  const { customerId } = input
  const ground = await findCreationGround(tx, input)
  const dispatched = decideDispatch({
    chosen: { departmentId: input.departmentId ?? null, responsibleId: input.responsibleId },
    typeId: input.typeId,
    ...ground,
  })
  const caseId = context.newId()
  const replyId = context.newId()
  const insertion = caseInsertion(context, caseId, input, ground, dispatched)
  const description = { id: replyId, caseId, customerId, body: input.description }
  const number = await storeCase(tx, context, insertion, [
    replyInsertion(context, description, 'description'),
    readMarkUpsert(context, caseId),
  ])
  const claimant = { caseId, customerId, kind: 'reply', messageId: replyId } as const
  await claimAttachments(tx, context, input.attachmentIds, claimant)
  await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId }, [
    { type: 'case.created', number, subject: input.subject, via: viaOf(context.actor) },
    dispatchedEvent(null, namesOf(ground, dispatched), dispatched.rule),
  ])
  if (input.time !== undefined) await registerMessageTime(tx, context, input.time, { caseId, replyId })
  return caseId
}

/** Resolves with the number that the case got. */
async function storeCase(
  tx: Tx,
  { actor }: Context<Author>,
  insertion: Prisma.Sql,
  messages: [Prisma.Sql, Prisma.Sql],
): Promise<number> {
  // Row-level security asks for the case before it lets a contact speak on it.
  const [row] =
    actor.kind === 'contact'
      ? await tx.rows<{ number: number }>(insertion)
      : await runTogether<{ number: number }>(tx, messages, insertion)
  if (row === undefined) throw new Error('The case was not stored')
  if (actor.kind === 'contact') await runTogether(tx, [messages[0]], messages[1])
  return row.number
}

function viaOf({ kind }: Author): 'desk' | 'extranet' | 'api' {
  if (kind === 'contact') return 'extranet'
  return kind === 'token' ? 'api' : 'desk'
}

function namesOf({ departmentNames, employeeNames }: CreationGround, { departmentId, responsibleId }: Holder) {
  return {
    department: { id: departmentId, name: departmentNames.get(departmentId) ?? '' },
    responsible: responsibleId === null ? null : { id: responsibleId, name: employeeNames.get(responsibleId) ?? '' },
  }
}

/** Whoever opens the case has spoken: the other party has not seen that yet. */
function caseInsertion(
  { actor, now }: Context<Author>,
  id: string,
  input: NewCase,
  { status, priorityId }: CreationGround,
  { departmentId, responsibleId }: Holder,
): Prisma.Sql {
  const byContact = actor.kind === 'contact'
  return Prisma.sql`INSERT INTO support_case (id, customer_id, contact_id, subject, type_id, priority_id, status_id, category,
      department_id, responsible_id, project_id, agreement_id, is_outside_contract, deadline, external_reference, product, tags, created_via, created_by_name,
      created_at, last_activity_at, last_staff_reply_at, last_contact_reply_at, last_reply_snippet)
    VALUES (${id}::uuid, ${input.customerId}::uuid, ${input.contactId}::uuid, ${input.subject}, ${input.typeId}::uuid,
      ${priorityId}::uuid, ${status.id}::uuid, ${status.category}, ${departmentId}::uuid, ${responsibleId}::uuid,
      ${input.projectId}::uuid, ${input.agreementId}::uuid, ${input.isOutsideContract}, ${input.deadline}::timestamptz,
      ${textOrNull(input.externalReference)}, ${textOrNull(input.product)}, ${[...new Set(input.tags)]}::text[], ${viaOf(actor)}, ${actor.name},
      ${now}, ${now}, ${byContact ? null : now}, ${byContact ? now : null}, ${plainText(input.description)})
    RETURNING number`
}

/** An empty line says as much as none. */
export function textOrNull(text: string | null): string | null {
  return text === '' ? null : text
}
