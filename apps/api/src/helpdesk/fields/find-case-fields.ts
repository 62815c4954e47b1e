import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import type { CaseField } from '@timedesk/contracts/custom-fields'
import { Refusal } from '@timedesk/contracts/refusal'
import { fieldsForContacts } from '@timedesk/domain/fields/fields-for-contacts'
import type { ContactActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import { Prisma } from '@timedesk/prisma/client'
import type { Reference } from '@timedesk/contracts/primitives'
import { findFieldDefinitions } from './find-field-definitions.ts'

/**
 * The active fields of a form: those for cases of a type, whose rules ask for no type any more; all of them when no type
 * is named. Refuses with `not_found` a type that does not exist.
 */
export async function findCaseFields(reader: Reader, typeId: string | undefined): Promise<CaseField[]> {
  const ofType = typeId === undefined || typeId === 'none' ? null : typeId
  const { fields, typeLineOf } = await findFieldDefinitions(reader, [ofType])
  if (typeId === undefined) return fields.map(formField)
  const line = typeLineOf(ofType)
  if (ofType !== null && line.length === 0) throw new Refusal('not_found')
  return fields
    .filter(({ rules: { typeIds } }) => typeIds === null || typeIds.some((id) => line.includes(id)))
    .map((field) => formField({ ...field, rules: { ...field.rules, typeIds: null } }))
}

/** The fields that a contact's report may show, and whom a field may name: oneself, and colleagues for those who see them. */
export async function findReportFields(
  reader: Reader,
  { id, customerId, permissions }: ContactActor,
): Promise<{ fields: CaseField[]; people: Reference[] }> {
  const { fields } = await findFieldDefinitions(reader, [])
  const seen = fieldsForContacts(fields).map(formField)
  const namesPeople = seen.some(({ kind, forContacts }) => kind === 'contact' && forContacts === 'editable')
  if (!namesPeople) return { fields: seen, people: [] }
  const people = await reader.rows<Reference>(Prisma.sql`SELECT id, name FROM contact
    WHERE customer_id = ${customerId}::uuid AND is_active AND (${permissions.has('colleague:read')}::bool OR id = ${id}::uuid) ORDER BY name, id`)
  return { fields: seen, people }
}

/** What a form needs of a field; options that are gone stay, for cases that have chosen them. */
function formField(field: CustomField): CaseField {
  const { id, key, name, nameDa, help, helpDa, kind, options, range, forContacts, rules } = field
  return { id, key, name, nameDa, help, helpDa, kind, options, range, forContacts, rules }
}
