import type { updateCase as contract } from '@timedesk/contracts/cases'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { rateCase } from '../agreements/rate-case.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { textOrNull } from './create-case.ts'
import { findFieldNames, type FieldReferences } from './find-field-names.ts'
import { lockCase } from './lock-case.ts'

type Wanted = z.output<typeof contract.body>
type Fields = FieldReferences & {
  subject: string
  isOutsideContract: boolean
  deadline: Date | null
  externalReference: string | null
  product: string | null
  tags: string[]
}

/** What a contact sees on its case too; the rest is for staff alone. */
const PUBLIC_FIELDS: ReadonlySet<string> = new Set([
  'subject',
  'contact',
  'type',
  'priority',
  'project',
  'deadline',
  'externalReference',
  'product',
])

/**
 * Changes what a case says of itself; another agreement, type or project covers and rates its time anew (R11).
 * Refuses a stale version, and with `reference_refused` what does not exist, is not active or belongs to another
 * customer.
 */
export async function updateCase(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, ...wanted }: { caseId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const { customerId, version } = await lockCase(tx, caseId)
  requireVersion(version, ifMatch)
  const before = await readFields(tx, caseId)
  const after = fieldsAfter(before, wanted)
  const names = await findFieldNames(tx, customerId, before, after)
  const changes = changesBetween(shown(before, names.before), shown(after, names.after))
  if (changes.length === 0) return

  const open = changes.filter(({ field }) => PUBLIC_FIELDS.has(field))
  const internal = changes.filter(({ field }) => !PUBLIC_FIELDS.has(field))
  await tx.rows(Prisma.sql`UPDATE support_case SET version = version + 1, subject = ${after.subject}, contact_id = ${after.contactId}::uuid,
      type_id = ${after.typeId}::uuid, priority_id = ${after.priorityId}::uuid, project_id = ${after.projectId}::uuid,
      agreement_id = ${after.agreementId}::uuid, is_outside_contract = ${after.isOutsideContract}, deadline = ${after.deadline}, external_reference = ${after.externalReference},
      product = ${after.product}, tags = ${after.tags}::text[],
      last_activity_at = CASE WHEN ${open.length > 0}::bool THEN ${context.now}::timestamptz ELSE last_activity_at END
    WHERE id = ${caseId}::uuid`)
  await appendEvents(
    tx,
    context,
    { kind: 'case', id: caseId, caseId, customerId },
    [
      { type: 'case.changed' as const, changes: open, isPublic: true },
      { type: 'case.changed' as const, changes: internal, isPublic: false },
    ].filter((event) => event.changes.length > 0),
  )
  const isChosenAnew = before.agreementId !== after.agreementId || before.isOutsideContract !== after.isOutsideContract
  const isOtherWork = before.typeId !== after.typeId || before.projectId !== after.projectId
  if (isChosenAnew) await rateCase(tx, context, { id: caseId, customerId }, 'chosen')
  else if (isOtherWork) await rateCase(tx, context, { id: caseId, customerId }, 'scope')
}

async function readFields(tx: Tx, caseId: string): Promise<Fields> {
  const [row] =
    await tx.rows<Fields>(Prisma.sql`SELECT subject, contact_id AS "contactId", type_id AS "typeId", priority_id AS "priorityId",
      project_id AS "projectId", agreement_id AS "agreementId", is_outside_contract AS "isOutsideContract", deadline, external_reference AS "externalReference", product, tags
    FROM support_case WHERE id = ${caseId}::uuid`)
  if (row === undefined) throw new Error('The locked case is gone')
  return row
}

function fieldsAfter(before: Fields, wanted: Wanted): Fields {
  const orBefore = <Value>(value: Value | undefined, kept: Value): Value => (value === undefined ? kept : value)
  const { deadline, externalReference, product, tags } = wanted
  return {
    subject: wanted.subject ?? before.subject,
    contactId: orBefore(wanted.contactId, before.contactId),
    typeId: orBefore(wanted.typeId, before.typeId),
    priorityId: wanted.priorityId ?? before.priorityId,
    projectId: orBefore(wanted.projectId, before.projectId),
    agreementId: orBefore(wanted.agreementId, before.agreementId),
    isOutsideContract: wanted.isOutsideContract ?? before.isOutsideContract,
    deadline: deadline === undefined ? before.deadline : deadline === null ? null : new Date(deadline),
    externalReference: externalReference === undefined ? before.externalReference : textOrNull(externalReference),
    product: product === undefined ? before.product : textOrNull(product),
    tags: tags === undefined ? before.tags : [...new Set(tags)],
  }
}

function shown(fields: Fields, names: Record<string, string | null>) {
  const { subject, isOutsideContract, deadline, externalReference, product, tags } = fields
  return {
    subject,
    ...names,
    isOutsideContract,
    deadline: deadline?.toISOString() ?? null,
    externalReference,
    product,
    tags: tags.length === 0 ? null : tags,
  }
}
