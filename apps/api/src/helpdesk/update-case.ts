import type { updateCase as contract } from '@timedesk/contracts/cases'
import type { FieldValues } from '@timedesk/contracts/custom-fields'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { rateCase } from '../agreements/rate-case.ts'
import type { CaseWorker, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { applyPolicy } from '../service-levels/apply-policy.ts'
import { textOrNull } from './text-or-null.ts'
import { checkCaseFields } from './fields/check-case-fields.ts'
import { fieldChanges, findFieldContacts } from './fields/describe-fields.ts'
import { findFieldNames, type FieldReferences } from './find-field-names.ts'
import { lockCase } from './lock-case.ts'
import { enterWorkflow } from './moves/enter-workflow.ts'
import { lockWorkflows } from './moves/lock-workflows.ts'

type Wanted = z.output<typeof contract.body>
type Fields = FieldReferences & {
  subject: string
  isOutsideContract: boolean
  resolution: string
  externalReference: string | null
  product: string | null
  tags: string[]
  fields: FieldValues
  estimateMinutes: number | null
}

/** What a contact sees on its case too; the rest is for staff alone. */
const PUBLIC_FIELDS: ReadonlySet<string> = new Set([
  'subject',
  'contact',
  'type',
  'priority',
  'project',
  'resolution',
  'externalReference',
  'product',
])

/**
 * Changes what a case says of itself; another agreement, type or project covers and rates its time anew (R11). Where
 * another type brings it into a workflow that lacks its status, it goes to the nearest one; one that is solved or ended
 * is refused with `gate_closed` unless it has what that workflow asks for before.
 * Refuses a stale version, and with `reference_refused` what does not exist, is not active or belongs to another
 * customer; with `field_refused` and `field_required` what custom fields cannot hold or need.
 */
export async function updateCase(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, keepsDue, ...wanted }: { caseId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  // Before the row: a move takes its locks in this order.
  if (wanted.typeId !== undefined) await lockWorkflows(tx, 'shared')
  const { customerId, version } = await lockCase(tx, caseId)
  requireVersion(version, ifMatch)
  const before = await readFields(tx, caseId)
  const plain = fieldsAfter(before, wanted)
  const names = await findFieldNames(tx, customerId, before, plain)
  const custom = await changeCustomFields(tx, context, customerId, before, plain, wanted.fields)
  const after = { ...plain, fields: custom.values }
  const changes = changesBetween(shown(before, names.before), shown(after, names.after))
  if (changes.length + custom.open.length + custom.internal.length === 0) return

  const open = [...changes.filter(({ field }) => PUBLIC_FIELDS.has(field)), ...custom.open]
  const internal = [...changes.filter(({ field }) => !PUBLIC_FIELDS.has(field)), ...custom.internal]
  await tx.rows(Prisma.sql`UPDATE support_case SET version = version + 1, subject = ${after.subject}, contact_id = ${after.contactId}::uuid,
      type_id = ${after.typeId}::uuid, priority_id = ${after.priorityId}::uuid, project_id = ${after.projectId}::uuid,
      agreement_id = ${after.agreementId}::uuid, is_outside_contract = ${after.isOutsideContract}, resolution = ${after.resolution}, external_reference = ${after.externalReference},
      product = ${after.product}, tags = ${after.tags}::text[], fields = ${JSON.stringify(after.fields)}::jsonb, estimate_minutes = ${after.estimateMinutes},
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
  if (before.typeId !== after.typeId)
    await enterWorkflow(tx, context, caseId, {
      fromId: before.typeId,
      toId: after.typeId,
      fromName: names.before.type,
      toName: names.after.type,
    })
  if (isChosenAnew || isOtherWork || before.priorityId !== after.priorityId)
    await applyPolicy(tx, context, { id: caseId }, 'changed', keepsDue)
  if (isChosenAnew) await rateCase(tx, context, { id: caseId, customerId }, 'chosen')
  else if (isOtherWork) await rateCase(tx, context, { id: caseId, customerId }, 'scope')
}

/** The values of custom fields that are left, and what changed of them: in the open where contacts see the field. */
async function changeCustomFields(
  tx: Tx,
  context: Context<CaseWorker>,
  customerId: string,
  before: Fields,
  after: Fields,
  given: FieldValues = {},
) {
  const isUntouched = before.typeId === after.typeId && before.priorityId === after.priorityId
  if (isUntouched && Object.keys(given).length === 0) return { values: before.fields, open: [], internal: [] }
  const { values, fields } = await checkCaseFields(tx, context, {
    customerId,
    before: { ...before, values: before.fields },
    after,
    given,
    moment: 'update',
    pointer: '/body/fields',
  })
  const names = await findFieldContacts(tx, fields, before.fields, values)
  const changes = fieldChanges(fields, before.fields, values, names)
  const seenBy = (isPublic: boolean) =>
    changes.filter((change) => change.isPublic === isPublic).map(({ field, from, to }) => ({ field, from, to }))
  return { values, open: seenBy(true), internal: seenBy(false) }
}

async function readFields(tx: Tx, caseId: string): Promise<Fields> {
  const [row] =
    await tx.rows<Fields>(Prisma.sql`SELECT subject, contact_id AS "contactId", type_id AS "typeId", priority_id AS "priorityId",
      project_id AS "projectId", agreement_id AS "agreementId", is_outside_contract AS "isOutsideContract", resolution, external_reference AS "externalReference", product, tags, fields, estimate_minutes AS "estimateMinutes"
    FROM support_case WHERE id = ${caseId}::uuid`)
  if (row === undefined) throw new Error('The locked case is gone')
  return row
}

function fieldsAfter(before: Fields, wanted: Wanted): Fields {
  const orBefore = <Value>(value: Value | undefined, kept: Value): Value => (value === undefined ? kept : value)
  const { externalReference, product, tags } = wanted
  return {
    subject: wanted.subject ?? before.subject,
    contactId: orBefore(wanted.contactId, before.contactId),
    typeId: orBefore(wanted.typeId, before.typeId),
    priorityId: wanted.priorityId ?? before.priorityId,
    projectId: orBefore(wanted.projectId, before.projectId),
    agreementId: orBefore(wanted.agreementId, before.agreementId),
    isOutsideContract: wanted.isOutsideContract ?? before.isOutsideContract,
    resolution: wanted.resolution ?? before.resolution,
    externalReference: externalReference === undefined ? before.externalReference : textOrNull(externalReference),
    product: product === undefined ? before.product : textOrNull(product),
    tags: tags === undefined ? before.tags : [...new Set(tags)],
    fields: before.fields,
    estimateMinutes: orBefore(wanted.estimateMinutes, before.estimateMinutes),
  }
}

function shown(fields: Fields, names: Record<string, string | null>) {
  const { subject, isOutsideContract, resolution, externalReference, product, tags, estimateMinutes } = fields
  return {
    subject,
    ...names,
    isOutsideContract,
    resolution: textOrNull(resolution),
    externalReference,
    product,
    tags: tags.length === 0 ? null : tags,
    estimateMinutes,
  }
}
