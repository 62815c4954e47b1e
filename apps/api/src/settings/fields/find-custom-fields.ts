import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { FieldRules, type FieldOption, type NumberRange } from '@timedesk/contracts/custom-fields'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

/** A row of `customFieldColumns`. What a field takes depends on its kind: options, or a range. */
export type CustomFieldRow = Omit<CustomField, 'options' | 'range' | 'rules'> & {
  takes: { options?: FieldOption[]; range?: NumberRange }
  rules: object
}

/** The columns of table `custom_field` as `f`. The extranet's role may read all of them, of fields for contacts. */
export const customFieldColumns = Prisma.sql`f.id, f.key, f.name, f.name_da AS "nameDa", f.help, f.help_da AS "helpDa", f.kind,
  f.options AS takes, f.rules, f.for_contacts AS "forContacts", f.position, f.is_used AS "isUsed", f.is_active AS "isActive", f.version`

/** The order in which forms show fields. */
export const customFieldOrder = Prisma.sql`f.position, f.name, f.id`

export function presentCustomField({ takes, rules, ...row }: CustomFieldRow): CustomField {
  return { ...row, options: takes.options ?? [], range: takes.range ?? null, rules: FieldRules.parse(rules) }
}

/** Custom fields in their order; all of them unless active or inactive ones are asked for. */
export async function findCustomFields(reader: Reader, isActive?: boolean): Promise<CustomField[]> {
  const wanted = isActive === undefined ? Prisma.empty : Prisma.sql`WHERE f.is_active = ${isActive}`
  const rows = await reader.rows<CustomFieldRow>(
    Prisma.sql`SELECT ${customFieldColumns} FROM custom_field f ${wanted} ORDER BY ${customFieldOrder}`,
  )
  return rows.map(presentCustomField)
}

/** One custom field. Refuses with `not_found`. */
export async function findCustomField(reader: Reader, id: string): Promise<CustomField> {
  const [row] = await reader.rows<CustomFieldRow>(
    Prisma.sql`SELECT ${customFieldColumns} FROM custom_field f WHERE f.id = ${id}::uuid`,
  )
  if (row === undefined) throw new Refusal('not_found')
  return presentCustomField(row)
}
