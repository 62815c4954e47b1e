import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import type { CaseFieldValue, FieldValue, FieldValues } from '@timedesk/contracts/custom-fields'
import { hasValue } from '@timedesk/domain/fields/field'
import { labelOf } from '@timedesk/domain/fields/label-of'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

type Described = Pick<CustomField, 'id' | 'key' | 'name' | 'nameDa' | 'kind' | 'options'>

/** The names of the contacts that values name. */
export async function findFieldContacts(
  reader: Reader,
  fields: readonly Described[],
  ...given: readonly FieldValues[]
): Promise<ReadonlyMap<string, string>> {
  const ids = fields.flatMap(({ id, kind }) => (kind === 'contact' ? given.map((values) => values[id]) : []))
  const wanted = ids.filter((id) => typeof id === 'string')
  if (wanted.length === 0) return new Map()
  const rows = await reader.rows<{ id: string; name: string }>(
    Prisma.sql`SELECT id, name FROM contact WHERE id::text = ANY(${wanted}::text[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A value with the words that people know it by. */
export function describeFieldValue(
  field: Described,
  value: FieldValue,
  names: ReadonlyMap<string, string>,
): Omit<CaseFieldValue, 'isShown'> {
  const { id, key, name, nameDa, kind } = field
  const label = labelOf(field, value, 'en', names)
  const danish = labelOf(field, value, 'da', names)
  return { id, key, name, nameDa, kind, value, label, labelDa: danish === label ? null : danish }
}

/** What changed between two sets of values, by name and label; `isPublic` says whether contacts see the field. */
export function fieldChanges(
  fields: readonly CustomField[],
  before: FieldValues,
  after: FieldValues,
  names: ReadonlyMap<string, string>,
): { field: string; from: string | null; to: string | null; isPublic: boolean }[] {
  return fields.flatMap((field) => {
    const [from = null, to = null] = [before[field.id], after[field.id]]
    if (from === to) return []
    const shown = (value: FieldValue) => (hasValue(value) ? labelOf(field, value, 'en', names) : null)
    return [{ field: field.name, from: shown(from), to: shown(to), isPublic: field.forContacts !== 'hidden' }]
  })
}
