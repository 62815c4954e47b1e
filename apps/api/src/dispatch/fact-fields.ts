import type { FieldKind, FieldOption } from '@timedesk/contracts/custom-fields'
import type { FactValue } from '@timedesk/domain/conditions/facts'
import { lineOf } from '@timedesk/domain/fields/type-line'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** A custom field as far as conditions ask for it. */
export type FactField = {
  id: string
  name: string
  kind: FieldKind
  options: FieldOption[]
}

/** Custom fields by id; those that do not exist are missing. */
export async function findFactFields(reader: Reader, fieldIds: readonly string[]): Promise<FactField[]> {
  if (fieldIds.length === 0) return []
  return reader.rows<FactField>(Prisma.sql`
    SELECT id, name, kind, CASE WHEN kind IN ('choice', 'tree') THEN options ELSE '[]'::jsonb END AS options
      FROM custom_field WHERE id = ANY(${[...new Set(fieldIds)]}::uuid[])`)
}

/** The values of a case as conditions want them: of a tree the way up, and of a box that is not ticked that it is not. */
export function factsOfFields(
  values: Readonly<Record<string, FactValue>>,
  fields: readonly FactField[],
): Record<string, FactValue> {
  const facts: Record<string, FactValue> = { ...values }
  for (const { id, kind, options } of fields) {
    const value = values[id] ?? null
    if (kind === 'checkbox') facts[id] = value === true
    if (kind === 'tree' && typeof value === 'string') facts[id] = lineOf(options, value)
  }
  return facts
}
