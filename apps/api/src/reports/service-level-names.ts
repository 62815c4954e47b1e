import { Refusal } from '@timedesk/contracts/refusal'
import type { ServiceLevelDimension } from '@timedesk/contracts/service-levels'
import type { Field } from '@timedesk/domain/fields/field'
import { labelOf } from '@timedesk/domain/fields/label-of'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** What a row is called, and where it stands among others; null: by its figures. */
export type RowName = { name: string; order: number | null }
type Named = RowName & { key: string }
type Dimension = { by: ServiceLevelDimension; fieldId?: string | undefined }

const tables: Record<Exclude<ServiceLevelDimension, 'field' | 'month'>, Prisma.Sql> = {
  priority: Prisma.sql`SELECT id::text AS key, name, level AS order FROM priority`,
  type: Prisma.sql`SELECT id::text AS key, name, NULL::int AS order FROM case_type`,
  customer: Prisma.sql`SELECT id::text AS key, name, NULL::int AS order FROM customer`,
  department: Prisma.sql`SELECT id::text AS key, name, NULL::int AS order FROM department`,
  responsible: Prisma.sql`SELECT id::text AS key, name, NULL::int AS order FROM employee`,
}

/** The names of a report's rows. Refuses with `not_found` a custom field that there is none of, or that is not named. */
export async function namesOfKeys(
  reader: Reader,
  { by, fieldId }: Dimension,
  keys: readonly string[],
): Promise<ReadonlyMap<string, RowName>> {
  if (by === 'field') return namesOfValues(reader, fieldId, keys)
  if (by === 'month') return new Map(keys.map((key) => [key, { name: key, order: Number(key.replace('-', '')) }]))
  const rows = await reader.rows<Named>(
    Prisma.sql`SELECT n.key, n.name, n.order FROM (${tables[by]}) n WHERE n.key = ANY(${keys}::text[])`,
  )
  return new Map(rows.map(({ key, ...named }) => [key, named]))
}

async function namesOfValues(reader: Reader, fieldId: string | undefined, keys: readonly string[]) {
  const field = await requireField(reader, fieldId)
  const contacts =
    field.kind === 'contact'
      ? await reader.rows<{ key: string; name: string }>(
          Prisma.sql`SELECT id::text AS key, name FROM contact WHERE id::text = ANY(${keys}::text[])`,
        )
      : []
  const names = new Map(contacts.map(({ key, name }) => [key, name]))
  return new Map(keys.map((key) => [key, { name: labelOf(field, key, 'en', names), order: null }]))
}

/** The custom field that a report goes by. Refuses with `not_found` when there is none of that id, or none is named. */
export async function requireField(
  reader: Reader,
  fieldId: string | undefined,
): Promise<Pick<Field, 'kind' | 'options'>> {
  const [field] = await reader.rows<Pick<Field, 'kind' | 'options'>>(
    Prisma.sql`SELECT kind, coalesce(options -> 'options', '[]') AS options FROM custom_field WHERE id = ${fieldId ?? null}::uuid`,
  )
  if (field === undefined) throw new Refusal('not_found')
  return field
}
