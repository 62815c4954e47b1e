import type { splitCase as contract } from '@timedesk/contracts/case-splits'
import { Refusal } from '@timedesk/contracts/refusal'
import { descriptionOf, whyNotSplit } from '@timedesk/domain/helpdesk/why-not-split'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { appendCaseEvents } from '../../service-levels/append-case-events.ts'
import { createCase, type Begun } from '../create-case.ts'
import { lockCase } from '../lock-case.ts'
import { lockWorkflows } from '../moves/lock-workflows.ts'
import { copyMessages, copyReply, planCopies, type Copy } from './copy-messages.ts'
import { findMessages, type SplitMessage } from './find-messages.ts'
import { findTraits, type Traits } from './find-traits.ts'
import { moveTime } from './move-time.ts'

type Input = { caseId: string } & z.output<typeof contract.body>

/**
 * Makes a new case of messages of another one, as they were said there, and moves time along. They stay where they
 * stand, marked; both logs tell of it. Resolves with the id of the new case. Refuses with `not_found`, `case_merged` and
 * `split_refused`, and with what creating a case and changing time refuse: then nothing of it happens.
 */
export async function splitCase(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, messageIds, timeEntryIds, ...wanted }: Input,
): Promise<string> {
  await lockWorkflows(tx, 'shared')
  const { customerId } = await lockCase(tx, caseId)
  const [messages, traits] = await Promise.all([findMessages(tx, caseId, messageIds), findTraits(tx, caseId)])
  const why = whyNotSplit(messageIds, messages)
  if (why !== null) throw new Refusal('split_refused', { detail: why })
  const description = descriptionOf(messages)
  if (description === undefined) throw new Error('There is nothing that the new case could begin with')

  const copies = await planCopies(tx, context, messages)
  const input = newCaseOf({ customerId, description, traits, wanted })
  const fields = input.typeId === traits.typeId ? traits.fields : {}
  const newId = await createCase(tx, context, input, begunWith(copies, description.id, { customerId, fields }))
  await copyMessages(tx, context, copies, description.id, { id: newId, customerId })
  const entries = await moveTime(tx, context, { caseId, toId: newId, timeEntryIds, copies })
  const told = { messages: messages.length, entries }
  const [made] = await tx.rows<{ number: number }>(
    Prisma.sql`SELECT number FROM support_case WHERE id = ${newId}::uuid`,
  )
  if (made === undefined) throw new Error('The new case is gone')
  await appendCaseEvents(tx, context, { id: newId, customerId }, [
    { type: 'case.split_off', otherId: caseId, number: traits.number, subject: traits.subject, ...told },
  ])
  await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId }, [
    { type: 'case.split', otherId: newId, number: made.number, subject: wanted.subject, ...told },
  ])
  return newId
}

/** The new case begins with the copy of the message that is its description, and has the custom fields already. */
function begunWith(
  copies: readonly Copy[],
  descriptionId: string,
  { customerId, fields }: { customerId: string; fields: Begun['fields'] },
): Begun {
  const copy = copies.find(({ message }) => message.id === descriptionId)
  if (copy === undefined) throw new Error('The description has no copy')
  return {
    descriptionId: copy.copyId,
    description: (caseId) => copyReply(copy, { id: caseId, customerId }, 'description'),
    fields,
  }
}

type Ground = {
  customerId: string
  description: SplitMessage
  traits: Traits
  wanted: Omit<Input, 'caseId' | 'messageIds' | 'timeEntryIds'>
}

/** What the new case is like: the one that it comes from, as far as that can still be used, and what is said otherwise. */
function newCaseOf({ customerId, description, traits, wanted }: Ground): Parameters<typeof createCase>[2] {
  const { subject, contactId, typeId, keepsResponsible } = wanted
  return {
    subject,
    customerId,
    description: description.body,
    contactId: contactId === undefined ? (description.contactId ?? traits.contactId) : contactId,
    typeId: typeId === undefined ? traits.typeId : typeId,
    ...(traits.priorityId !== null && { priorityId: traits.priorityId }),
    ...(keepsResponsible && traits.departmentId !== null && { departmentId: traits.departmentId }),
    responsibleId: keepsResponsible ? traits.responsibleId : null,
    projectId: traits.projectId,
    agreementId: traits.agreementId,
    isOutsideContract: traits.isOutsideContract,
    product: traits.product,
    deadline: null,
    externalReference: null,
    tags: traits.tags,
    estimateMinutes: null,
    templateId: null,
    fields: {},
    attachmentIds: [],
    followsId: null,
  }
}
