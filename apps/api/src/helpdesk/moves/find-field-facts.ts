import type { FieldValues } from '@timedesk/contracts/custom-fields'
import { fieldsShown } from '@timedesk/domain/fields/fields-shown'
import { missingFields } from '@timedesk/domain/fields/required-fields'
import type { MoveFacts } from '@timedesk/domain/workflow/move-terms'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { findFieldDefinitions } from '../fields/find-field-definitions.ts'

type CaseWithFields = { typeId: string | null; priorityId: string; values: FieldValues }

/**
 * What moves know of a case, with its custom fields: a field that the case does not show is asked of nobody, and one
 * that has to be filled to solve it is asked whatever the workflow says.
 */
export async function withFieldFacts(reader: Reader, caseId: string, facts: MoveFacts): Promise<MoveFacts> {
  const [row] = await reader.rows<CaseWithFields>(
    Prisma.sql`SELECT type_id AS "typeId", priority_id AS "priorityId", fields AS values FROM support_case WHERE id = ${caseId}::uuid`,
  )
  if (row === undefined) return facts
  const { fields, typeLineOf } = await findFieldDefinitions(reader, [row.typeId])
  const ground = { ...row, typeLine: typeLineOf(row.typeId) }
  const shown = new Set(fieldsShown(fields, ground))
  const unasked = fields.filter((field) => !shown.has(field)).map(({ id }) => `field:${id}`)
  return {
    ...facts,
    filled: new Set([...facts.filled, ...unasked]),
    fieldNames: new Map(fields.map(({ id, name }) => [id, name])),
    missingToSolve: missingFields(fields, ground, 'solve').map(({ id }) => `field:${id}` as const),
  }
}
