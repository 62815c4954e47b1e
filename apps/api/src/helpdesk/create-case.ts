import type { createCase as contract } from '@timedesk/contracts/cases'
import type { FieldValues } from '@timedesk/contracts/custom-fields'
import { decideDispatch, dispatchedEvent, type DispatchedAtCreation } from '@timedesk/domain/helpdesk/decide-dispatch'
import { plainText } from '@timedesk/domain/text/plain-text'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { placeNewCase } from '../dispatch/dispatch-new-case.ts'
import { asksRules } from '../dispatch/load-dispatch-ground.ts'
import type { CaseWorker, ContactActor, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendCaseEvents } from '../service-levels/append-case-events.ts'
import { deadlineEvents } from '../service-levels/deadline-events.ts'
import { requireToCome } from '../service-levels/require-to-come.ts'
import { arrangeNewCase } from './arrange-case.ts'
import { claimAttachments } from './claim-attachments.ts'
import { applyChecklistOfTemplate } from './checklists/apply-checklist.ts'
import { findTemplateToUse, type CaseTemplateInUse } from './templates/find-template-to-use.ts'
import { checkCaseFields } from './fields/check-case-fields.ts'
import { findCreationGround, type CreationGround } from './find-creation-ground.ts'
import { linkFollowUp } from './links/link-follow-up.ts'
import { lockWorkflows } from './moves/lock-workflows.ts'
import { registerMessageTime } from './register-message-time.ts'
import { textOrNull } from './text-or-null.ts'
import { ownMarkOf, replyInsertion, runTogether } from './store-message.ts'

/** A new case as staff gives it; a contact's report leaves to the rules what is for staff to say. */
type NewCase = z.output<typeof contract.body>

type Author = CaseWorker | ContactActor

/** What a new case is made of that stands elsewhere already: its description, as it was said there, and custom fields. */
export type Begun = {
  descriptionId: string
  description: (caseId: string) => Prisma.Sql
  fields: FieldValues
}

type Holder = { departmentId: string; responsibleId: string | null }
type Choice = { departmentId: string | null; responsibleId: string | null }

/**
 * Opens a case and hands it at once to whom the rules say (R83). Its description is the first public message, that of
 * `begun` as it was said there.
 * Resolves with its id. Refuses with `reference_refused` what does not exist, is not active or belongs to another
 * customer, with `field_refused` a deadline that is not to come, and what custom fields, files and time refuse.
 */
export async function createCase(tx: Tx, context: Context<Author>, input: NewCase, begun?: Begun): Promise<string> {
  const { customerId } = input
  requireToCome(input.deadline, context.now, '/body/deadline')
  const chosen = { departmentId: input.departmentId ?? null, responsibleId: input.responsibleId }
  const [, ground, isRuled] = await Promise.all([
    lockWorkflows(tx, 'shared'),
    findCreationGround(tx, input),
    mayAskRules(tx, context, chosen),
  ])
  const dispatched = decideDispatch({ chosen, byRule: null, typeId: input.typeId, ...ground })
  const caseId = context.newId()
  const replyId = begun?.descriptionId ?? context.newId()
  const fields = begun?.fields ?? (await checkNewFields(tx, context, input, ground))
  const template = await findTemplateToUse(tx, input.templateId)
  const insertion = caseInsertion(context, caseId, { ...input, fields }, ground, dispatched)
  const description = { id: replyId, caseId, customerId, body: input.description }
  const number = await storeCase(tx, context, insertion, [
    begun?.description(caseId) ?? replyInsertion(context, description, 'description'),
    ...ownMarkOf(context, caseId),
  ])
  if (input.followsId !== null)
    await linkFollowUp(tx, context, { ...input, followsId: input.followsId, caseId, number })
  const claimant = { caseId, customerId, kind: 'reply', messageId: replyId } as const
  await claimAttachments(tx, context, input.attachmentIds, claimant)
  const placed = isRuled ? await placeNewCase(tx, context.now, caseId) : placedWithoutRules(ground, dispatched)
  await appendCaseEvents(tx, context, { id: caseId, customerId }, [
    { type: 'case.created', number, subject: input.subject, via: viaOf[context.actor.kind] },
    dispatchedEvent(null, placed, placed.why),
    ...deadlineEvents(null, input.deadline, ''),
  ])
  if (input.time !== undefined) await registerMessageTime(tx, context, input.time, { caseId, replyId })
  await arrangeOwnCase(tx, context, caseId, template)
  return caseId
}

/** A contact may not do this in its own name: it is done right after its request. */
async function arrangeOwnCase(
  tx: Tx,
  { actor, ...context }: Context<Author>,
  caseId: string,
  template: CaseTemplateInUse,
) {
  if (actor.kind === 'contact') return
  const own = { ...context, actor }
  if (template.checklistId !== null) await applyChecklistOfTemplate(tx, own, caseId, template.checklistId)
  await arrangeNewCase(tx, own, caseId, { isDispatched: true })
}

/** The values of custom fields that a new case begins with. Refuses those that it cannot. */
async function checkNewFields(
  tx: Tx,
  context: Context<Author>,
  { customerId, typeId, fields, followsId }: NewCase,
  { priorityId }: CreationGround,
): Promise<FieldValues> {
  // Whoever goes on from a case answers it, and is asked for no more than a message.
  const ofContact = followsId === null ? 'contact_create' : 'none'
  const moment = context.actor.kind === 'contact' ? ofContact : 'staff_create'
  const after = { typeId, priorityId }
  const change = { customerId, before: null, after, given: fields, moment, pointer: '/body/fields' } as const
  return (await checkCaseFields(tx, context, change)).values
}

/** Resolves with the number that the case got. */
async function storeCase(
  tx: Tx,
  { actor }: Context<Author>,
  insertion: Prisma.Sql,
  messages: Prisma.Sql[],
): Promise<number> {
  // Row-level security asks for the case before it lets a contact speak on it.
  const [row] =
    actor.kind === 'contact'
      ? await tx.rows<{ number: number }>(insertion)
      : await runTogether<{ number: number }>(tx, messages, insertion)
  if (row === undefined) throw new Error('The case was not stored')
  if (actor.kind === 'contact') for (const message of messages) await tx.rows(message)
  return row.number
}

const viaOf = {
  employee: 'desk',
  token: 'api',
  contact: 'extranet',
  // The product opens cases by the calendar only; an import tells its cases itself.
  system: 'recurring',
  import: 'import',
} as const satisfies Record<Author['kind'], string>

/** A contact's own request may not ask the rules: its case is arranged right after it. */
async function mayAskRules(tx: Tx, { actor, now }: Context<Author>, chosen: Choice): Promise<boolean> {
  if (actor.kind === 'contact' || chosen.departmentId !== null || chosen.responsibleId !== null) return false
  return asksRules(tx, now)
}

function placedWithoutRules({ staffing }: CreationGround, { departmentId, responsibleId, rule }: DispatchedAtCreation) {
  const named = (id: string) => ({ id, name: staffing.people.get(id)?.name ?? '' })
  return {
    department: { id: departmentId, name: staffing.departments.get(departmentId)?.name ?? '' },
    responsible: responsibleId === null ? null : named(responsibleId),
    why: { rule },
  }
}

/** Whoever opens the case has spoken: the other party has not seen that yet. The product says nothing of its own. */
function caseInsertion(
  { actor, now }: Context<Author>,
  id: string,
  input: NewCase,
  { status, priorityId }: CreationGround,
  { departmentId, responsibleId }: Holder,
): Prisma.Sql {
  const byContact = actor.kind === 'contact'
  const byStaff = actor.kind === 'employee' || actor.kind === 'token'
  return Prisma.sql`INSERT INTO support_case (id, customer_id, contact_id, subject, type_id, priority_id, status_id, category,
      department_id, responsible_id, project_id, agreement_id, is_outside_contract, deadline, external_reference, product, tags, fields, estimate_minutes, template_id, created_via, created_by_name,
      created_at, last_activity_at, last_staff_reply_at, last_contact_reply_at, last_reply_snippet)
    VALUES (${id}::uuid, ${input.customerId}::uuid, ${input.contactId}::uuid, ${input.subject}, ${input.typeId}::uuid,
      ${priorityId}::uuid, ${status.id}::uuid, ${status.category}, ${departmentId}::uuid, ${responsibleId}::uuid,
      ${input.projectId}::uuid, ${input.agreementId}::uuid, ${input.isOutsideContract}, ${input.deadline}::timestamptz,
      ${textOrNull(input.externalReference)}, ${textOrNull(input.product)}, ${[...new Set(input.tags)]}::text[],
      ${JSON.stringify(input.fields)}::jsonb, ${input.estimateMinutes}, ${input.templateId}::uuid, ${viaOf[actor.kind]}, ${actor.name},
      ${now}, ${now}, ${byStaff ? now : null}, ${byContact ? now : null}, ${plainText(input.description)})
    RETURNING number`
}
