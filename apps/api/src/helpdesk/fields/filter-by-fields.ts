import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import type { FieldFilter } from '@timedesk/contracts/field-filters'
import { optionLine } from '@timedesk/domain/fields/field'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import {
  customFieldColumns,
  presentCustomField,
  type CustomFieldRow,
} from '../../settings/fields/find-custom-fields.ts'

const BETWEEN = '..'

/**
 * The condition that case `c` has the wanted values: one of those given for each field. A field that does not exist has
 * no value.
 */
export async function filterByFields(reader: Reader, filters: readonly FieldFilter[]): Promise<Prisma.Sql> {
  const ids = [...new Set(filters.map(({ fieldId }) => fieldId))]
  const rows = await reader.rows<CustomFieldRow>(
    Prisma.sql`SELECT ${customFieldColumns} FROM custom_field f WHERE f.id = ANY(${ids}::uuid[])`,
  )
  const fields = new Map(rows.map((row) => [row.id, presentCustomField(row)]))
  const conditions = ids.map((id) => {
    const field = fields.get(id)
    const wanted = filters.filter(({ fieldId }) => fieldId === id).map(({ value }) => value)
    return Prisma.sql`(${Prisma.join(
      wanted.map((value) => (field === undefined ? Prisma.sql`${value === ''}::bool` : holds(field, value))),
      ' OR ',
    )})`
  })
  return Prisma.join(conditions, ' AND ')
}

/** The condition that case `c` has a value of a field, or one in a range `from..to`; an empty text: that it has none. */
export function holds(field: CustomField, value: string): Prisma.Sql {
  const { id, kind } = field
  if (value === '') return Prisma.sql`NOT c.fields ? ${id}`
  const [from = '', to] = value.split(BETWEEN)
  switch (kind) {
    case 'number':
      return to === undefined ? equalsNumber(id, from) : liesBetweenNumbers(id, from, to)
    case 'date':
      return to === undefined ? equals(id, from) : liesBetweenDays(id, from, to)
    case 'checkbox':
      return value === 'true' ? equals(id, true) : Prisma.sql`(${value === 'false'}::bool AND NOT ${equals(id, true)})`
    case 'tree':
      return isBelow(field, value)
    default:
      return equals(id, value)
  }
}

/** Asked by containment, which the index on all fields answers. */
function equals(id: string, value: string | number | boolean): Prisma.Sql {
  return Prisma.sql`c.fields @> ${JSON.stringify({ [id]: value })}::jsonb`
}

function equalsNumber(id: string, text: string): Prisma.Sql {
  const number = Number(text)
  return Number.isFinite(number) && text.trim() !== '' ? equals(id, number) : Prisma.sql`false`
}

/** A side that is left open has no end. */
function liesBetweenNumbers(id: string, from: string, to: string): Prisma.Sql {
  const bounds = [from, to].map((text) => (text.trim() === '' ? null : Number(text)))
  if (bounds.some((bound) => bound !== null && !Number.isFinite(bound))) return Prisma.sql`false`
  const number = Prisma.sql`CASE WHEN jsonb_typeof(c.fields -> ${id}) = 'number' THEN (c.fields ->> ${id})::numeric END`
  const [least = null, most = null] = bounds
  return Prisma.sql`(${number} >= coalesce(${least}::float8::numeric, '-Infinity') AND ${number} <= coalesce(${most}::float8::numeric, 'Infinity'))`
}

/** Days compare as texts. */
function liesBetweenDays(id: string, from: string, to: string): Prisma.Sql {
  const until = to === '' ? '9999-12-31' : to
  return Prisma.sql`(c.fields ->> ${id} COLLATE "C" >= ${from} COLLATE "C" AND c.fields ->> ${id} COLLATE "C" <= ${until} COLLATE "C")`
}

/** Cases with an option, or one below it. */
function isBelow({ id, options }: CustomField, value: string): Prisma.Sql {
  const below = options.filter((option) => optionLine(options, option.id).some((above) => above.id === value))
  const wanted = below.length === 0 ? [equals(id, value)] : below.map((option) => equals(id, option.id))
  return Prisma.sql`(${Prisma.join(wanted, ' OR ')})`
}
