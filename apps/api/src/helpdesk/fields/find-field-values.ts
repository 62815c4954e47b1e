import type { CaseFieldValue, FieldValues } from '@timedesk/contracts/custom-fields'
import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { hasValue } from '@timedesk/domain/fields/field'
import { fieldsShown } from '@timedesk/domain/fields/fields-shown'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { describeFieldValue, findFieldContacts } from './describe-fields.ts'
import { findFieldDefinitions } from './find-field-definitions.ts'

type CaseWithFields = { typeId: string | null; priorityId: string; values: FieldValues }

/** The custom fields of a case that have a value, in their order, as staff sees them. Values of inactive fields rest. */
export async function findFieldValues(
  reader: Reader,
  { typeId, priorityId, values }: CaseWithFields,
): Promise<CaseFieldValue[]> {
  if (Object.keys(values).length === 0) return []
  const { fields, typeLineOf } = await findFieldDefinitions(reader, [typeId])
  const names = await findFieldContacts(reader, fields, values)
  const shown = new Set(fieldsShown(fields, { typeLine: typeLineOf(typeId), priorityId, values }))
  return fields.flatMap((field) => {
    const value = values[field.id] ?? null
    return hasValue(value) ? [{ ...describeFieldValue(field, value, names), isShown: shown.has(field) }] : []
  })
}

/** The values of a case that a contact sees, by the id of their field; what is hidden is not among them. */
export async function findContactValues(reader: Reader, caseId: string): Promise<FieldValues> {
  const [row] = await reader.rows<{ values: FieldValues | null }>(
    Prisma.sql`SELECT jsonb_object_agg(field_id, value) AS values FROM extranet_case_field WHERE case_id = ${caseId}::uuid`,
  )
  return row?.values ?? {}
}

/** The custom fields of a case that a contact sees: those with a value, and those that they may fill in. */
export async function findContactFields(
  reader: Reader,
  { id, typeId, priorityId }: { id: string; typeId: string | null; priorityId: string },
  mayEdit: boolean,
): Promise<ExtranetCase['fields']> {
  const [{ fields, typeLineOf }, values] = await Promise.all([
    findFieldDefinitions(reader, [typeId]),
    findContactValues(reader, id),
  ])
  const names = await findFieldContacts(reader, fields, values)
  return fieldsShown(fields, { typeLine: typeLineOf(typeId), priorityId, values }).flatMap((field) => {
    const value = values[field.id] ?? null
    const isEditable = mayEdit && field.forContacts === 'editable'
    return hasValue(value) || isEditable
      ? [{ ...describeFieldValue(field, value, names), isShown: true, isEditable }]
      : []
  })
}
