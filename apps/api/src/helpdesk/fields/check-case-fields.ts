import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import type { FieldValues } from '@timedesk/contracts/custom-fields'
import { checkFields, type FieldChange } from '@timedesk/domain/fields/check-fields'
import { Prisma } from '@timedesk/prisma/client'
import type { Actor, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { holdCustomFields } from '../../settings/fields/lock-custom-fields.ts'
import { findFieldDefinitions } from './find-field-definitions.ts'
import { refuseFields, type FieldProblemFound } from './refuse-fields.ts'

/** What rules of fields ask of a case. */
type CaseGround = { typeId: string | null; priorityId: string | null }

type CaseFieldChange = {
  customerId: string
  /** The case as it is; null for a new one. */
  before: (CaseGround & { values: FieldValues }) | null
  after: CaseGround
  given: FieldValues
  moment: FieldChange['moment']
  /** Where the caller gave them, without a slash at the end. */
  pointer: string
}

/** The values that a change leaves, with the fields they are of. */
export type CheckedFields = { values: FieldValues; fields: CustomField[] }

/**
 * Checks the custom fields of a case that is opened or changed, by the rule that forms ask too. Resolves with the values
 * that are left. Refuses with `field_refused` and `field_required`. What is checked stays so until the transaction ends.
 */
export async function checkCaseFields(
  tx: Tx,
  { actor }: Pick<Context, 'actor'>,
  { customerId, before, after, given, moment, pointer }: CaseFieldChange,
): Promise<CheckedFields> {
  if (Object.keys(given).length > 0) await holdCustomFields(tx)
  const { fields, typeLineOf } = await findFieldDefinitions(tx, [before?.typeId ?? null, after.typeId])
  const { values, problems } = checkFields({
    fields,
    before: before === null ? null : { ...before, typeLine: typeLineOf(before.typeId) },
    after: { priorityId: after.priorityId, typeLine: typeLineOf(after.typeId) },
    given,
    by: partyOf(actor),
    moment,
  })
  const strangers = await findStrangers(tx, actor, customerId, fields, before?.values ?? {}, values)
  refuseFields([...problems, ...strangers], pointer)
  return { values, fields }
}

function partyOf({ kind }: Actor): FieldChange['by'] {
  if (kind === 'contact') return 'contact'
  return kind === 'employee' || kind === 'token' ? 'staff' : 'system'
}

/** The fields whose contact is new and none of the customer's; of contacts who may not see colleagues, none but their own. */
async function findStrangers(
  tx: Tx,
  actor: Actor,
  customerId: string,
  fields: readonly CustomField[],
  before: FieldValues,
  after: FieldValues,
): Promise<FieldProblemFound[]> {
  const named = fields.flatMap(({ id, kind }) => {
    const contactId = after[id]
    return kind === 'contact' && typeof contactId === 'string' && before[id] !== contactId ? [{ id, contactId }] : []
  })
  if (named.length === 0) return []
  const seesOthers = actor.kind !== 'contact' || actor.permissions.has('colleague:read')
  const rows = await tx.rows<{ id: string }>(Prisma.sql`SELECT id FROM contact
    WHERE customer_id = ${customerId}::uuid AND is_active AND id::text = ANY(${named.map(({ contactId }) => contactId)}::text[])
      AND (${seesOthers}::bool OR id = ${actor.id}::uuid)`)
  const known = new Set(rows.map(({ id }) => id))
  return named
    .filter(({ contactId }) => !known.has(contactId))
    .map(({ id }) => ({ fieldId: id, code: 'unknown_contact' }))
}
