import type { Condition } from '@timedesk/contracts/conditions'
import { customFieldOf } from '@timedesk/domain/conditions/custom-field-of'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { findFactFields, type FactField } from './fact-fields.ts'

type Named = { id: string; name: string }

/** The fields of a case whose values are ids, and where those are. */
const tables: Record<string, Prisma.Sql> = {
  type: Prisma.sql`SELECT id, name FROM case_type`,
  customer: Prisma.sql`SELECT id, name FROM customer`,
  agreement: Prisma.sql`SELECT id, heading AS name FROM agreement`,
  priority: Prisma.sql`SELECT id, name FROM priority`,
  department: Prisma.sql`SELECT id, name FROM department`,
  responsible: Prisma.sql`SELECT id, name FROM employee`,
  status: Prisma.sql`SELECT id, name FROM case_status`,
}
const contacts = Prisma.sql`SELECT id, name FROM contact`

/** What conditions speak of by id, with names as far as it exists, and the custom fields that they ask. */
export type ConditionReferences = {
  names: Named[]
  fields: FactField[]
}

export async function findConditionReferences(
  reader: Reader,
  conditions: readonly Condition[],
): Promise<ConditionReferences> {
  const fields = await findFactFields(
    reader,
    conditions.flatMap(({ field }) => customFieldOf(field) ?? []),
  )
  const kinds = new Map(fields.map(({ id, kind }) => [id, kind]))
  const looks = new Map<Prisma.Sql, string[]>()
  for (const { field, values } of conditions) {
    const fieldId = customFieldOf(field)
    const table = fieldId === null ? tables[field] : kinds.get(fieldId) === 'contact' ? contacts : undefined
    if (table !== undefined) looks.set(table, [...(looks.get(table) ?? []), ...values.filter(isId)])
  }
  const asked = [...looks].filter(([, ids]) => ids.length > 0)
  const found = asked.length === 0 ? [] : await reader.rows<Named>(Prisma.join(asked.map(lookUp), ' UNION '))
  const options = fields.flatMap(({ options: given }) => given.map(({ id, label }) => ({ id, name: label })))
  const chosen = new Set(conditions.flatMap(({ values }) => values))
  const ofFields = [...fields.map(({ id, name }) => ({ id, name })), ...options.filter(({ id }) => chosen.has(id))]
  return { names: [...found, ...ofFields], fields }
}

/** Whether a condition's value is the id of something that has a name. */
export function isReferenceValue({ field }: Condition, fields: readonly FactField[]): boolean {
  const fieldId = customFieldOf(field)
  if (fieldId === null) return field in tables
  const kind = fields.find(({ id }) => id === fieldId)?.kind
  return kind === 'contact' || kind === 'choice' || kind === 'tree'
}

function lookUp([table, ids]: readonly [Prisma.Sql, string[]]): Prisma.Sql {
  return Prisma.sql`SELECT id::text, name FROM (${table}) t WHERE id = ANY(${ids}::uuid[])`
}

function isId(value: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(value)
}
