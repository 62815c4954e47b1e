import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import type { UsedFieldValue } from '@timedesk/contracts/custom-fields'
import { labelOf } from '@timedesk/domain/fields/label-of'
import { Prisma } from '@timedesk/prisma/client'
import { containing } from '../../platform/db/containing.ts'
import type { Reader } from '../../platform/db/database.ts'
import { findCustomField } from '../../settings/fields/find-custom-fields.ts'
import { describeFieldValue, findFieldContacts } from './describe-fields.ts'

const VALUES_SHOWN_MAX = 200

/** The values in use of a custom field, the most used first. Refuses with `not_found`. */
export async function findUsedValues(
  reader: Reader,
  { fieldId, search }: { fieldId: string; search?: string | undefined },
): Promise<UsedFieldValue[]> {
  const field = await findCustomField(reader, fieldId)
  const matching = search === undefined ? Prisma.sql`true` : matchingValues(field, search)
  const rows = await reader.rows<{ value: UsedFieldValue['value']; cases: number }>(Prisma.sql`
    SELECT c.fields -> ${fieldId} AS value, count(*)::int AS cases FROM support_case c
     WHERE c.fields ? ${fieldId} AND ${matching} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${VALUES_SHOWN_MAX}`)
  const names = await findFieldContacts(reader, [field], ...rows.map(({ value }) => ({ [fieldId]: value })))
  return rows.map(({ value, cases }) => {
    const { label, labelDa } = describeFieldValue(field, value, names)
    return { value, label, labelDa, cases }
  })
}

/** Options are looked for by what they are called in either language, contacts by name, all else by what it says. */
function matchingValues(field: CustomField, search: string): Prisma.Sql {
  const value = Prisma.sql`c.fields ->> ${field.id}`
  switch (field.kind) {
    case 'choice':
    case 'tree': {
      const words = search.toLowerCase()
      const found = field.options.filter(({ id }) =>
        (['en', 'da'] as const).some((language) => labelOf(field, id, language).toLowerCase().includes(words)),
      )
      return Prisma.sql`${value} = ANY(${found.map(({ id }) => id)}::text[])`
    }
    case 'contact':
      return Prisma.sql`EXISTS (SELECT 1 FROM contact p WHERE p.id::text = ${value} AND p.name ILIKE ${containing(search)})`
    default:
      return Prisma.sql`${value} ILIKE ${containing(search)}`
  }
}
