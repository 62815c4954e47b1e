import type { FieldOption } from '@timedesk/contracts/custom-fields'
import type { Field } from '@timedesk/domain/fields/field'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** A custom field as far as actions set it. */
export type ActionField = Pick<Field, 'id' | 'kind' | 'range'> & { name: string; options: FieldOption[] }

type Setting = { kind: string; fieldId?: string }

/** The custom fields that actions set, active or not. */
export async function findActionFields(reader: Reader, actions: readonly Setting[]): Promise<ActionField[]> {
  const ids = actions.flatMap(({ fieldId }) => fieldId ?? [])
  if (ids.length === 0) return []
  return reader.rows<ActionField>(Prisma.sql`SELECT id, name, kind,
      CASE WHEN kind IN ('choice', 'tree') THEN options ELSE '[]'::jsonb END AS options,
      CASE WHEN kind = 'number' THEN options END AS range
    FROM custom_field WHERE id = ANY(${[...new Set(ids)]}::uuid[])`)
}
