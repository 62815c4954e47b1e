import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { findCustomFields } from '../../settings/fields/find-custom-fields.ts'

/** The active fields, as far as the reader's role sees them, and the lines of case types: each with all above it. */
export type FieldDefinitions = { fields: CustomField[]; typeLineOf: (typeId: string | null) => readonly string[] }

/** What custom fields say of cases of some types, in one go. */
export async function findFieldDefinitions(
  reader: Reader,
  typeIds: readonly (string | null)[],
): Promise<FieldDefinitions> {
  const wanted = typeIds.filter((id) => id !== null)
  const [fields, lines] = await Promise.all([
    findCustomFields(reader, true),
    wanted.length === 0
      ? []
      : reader.rows<{ typeId: string; line: string[] }>(Prisma.sql`
          WITH RECURSIVE above AS (
            SELECT id AS type_id, id, parent_id, 1 AS distance FROM case_type WHERE id = ANY(${wanted}::uuid[])
            UNION ALL SELECT a.type_id, t.id, t.parent_id, a.distance + 1 FROM above a JOIN case_type t ON t.id = a.parent_id)
          SELECT type_id AS "typeId", array_agg(id::text ORDER BY distance) AS line FROM above GROUP BY type_id`),
  ])
  const byType = new Map(lines.map(({ typeId, line }) => [typeId, line]))
  return { fields, typeLineOf: (typeId) => (typeId === null ? [] : (byType.get(typeId) ?? [])) }
}
