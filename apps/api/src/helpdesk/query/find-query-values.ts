import type { CaseQueryValue } from '@timedesk/contracts/case-query'
import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { formatValue } from '@timedesk/domain/query/format-query'
import { fieldOfKey, queryKeys, ruleOfKey } from '@timedesk/domain/query/query-keys'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../../platform/context.ts'
import { containing } from '../../platform/db/containing.ts'
import type { Reader } from '../../platform/db/database.ts'
import { findCustomFields } from '../../settings/fields/find-custom-fields.ts'
import { findTags } from '../find-tags.ts'
import { fieldOf, labelOf } from './field-values.ts'
import { findLikeNamed } from './find-by-names.ts'
import { isNamedKey, nameSources, type NamedKey } from './name-sources.ts'
import { refuseQuery } from './refuse-query.ts'
import { knowNames, writtenName } from './written-name.ts'

const VALUES_MAX = 20
/** Products are looked for in so many of the latest cases. */
const LATEST_CASES_MAX = 10_000

/** Asks for the values behind a key; `field` stands for the keys of custom fields. */
type Asked = { key: string; search?: string | undefined }

/**
 * What may stand behind a key of a query and holds the term: words of the language first, then names. Refuses with
 * `query_refused` a key that does not exist.
 */
export async function findQueryValues(
  reader: Reader,
  actor: StaffActor,
  { key: typed, search }: Asked,
): Promise<CaseQueryValue[]> {
  const key = typed.toLowerCase()
  const asksFields = key === 'field' || fieldOfKey(key) !== null
  const fields = asksFields ? await findCustomFields(reader, true) : []
  if (key === 'field') return fieldKeys(fields, search ?? '')
  const field = fieldOf(fields, key)
  const rule = ruleOfKey(key)
  if (rule === null || (fieldOfKey(key) !== null && field === undefined))
    refuseQuery([{ at: 0, length: typed.length, code: 'key_unknown', expected: [...queryKeys] }], '/query/key')
  const words = rule.words.filter((word) => word.startsWith((search ?? '').toLowerCase())).map(asWord)
  return [...words, ...(await namesOf(reader, actor, { key, search }, field))].slice(0, VALUES_MAX)
}

async function namesOf(
  reader: Reader,
  actor: StaffActor,
  { key, search }: Asked,
  field: CustomField | undefined,
): Promise<CaseQueryValue[]> {
  if (field !== undefined) return fieldChoices(reader, actor, field, search)
  if (isNamedKey(key)) return named(reader, actor, key, search)
  if (key === 'tag') return (await findTags(reader, { search })).map(asWord)
  if (key === 'product') return (await findProducts(reader, search ?? '')).map(asWord)
  return []
}

async function named(
  reader: Reader,
  { permissions }: StaffActor,
  key: NamedKey,
  search: string | undefined,
): Promise<CaseQueryValue[]> {
  const source = nameSources[key]
  if (!permissions.has(source.permission)) return []
  const things = await findLikeNamed(reader, source, search, VALUES_MAX)
  const known = await knowNames(reader, key, things)
  return things.map(({ id, name, hint }) => {
    return { id, name, hint, text: formatValue(writtenName(key, id, known, [id])) }
  })
}

async function fieldChoices(
  reader: Reader,
  actor: StaffActor,
  field: CustomField,
  search: string | undefined,
): Promise<CaseQueryValue[]> {
  switch (field.kind) {
    case 'checkbox':
      return ['true', 'false'].filter((word) => word.startsWith((search ?? '').toLowerCase())).map(asWord)
    case 'contact':
      return named(reader, actor, 'contact', search)
    case 'choice':
    case 'tree':
      return field.options
        .filter(({ id, label, labelDa }) => id === search || holdsTerm(label, search) || holdsTerm(labelDa, search))
        .map(({ id, label }) => ({ id, name: label, hint: null, text: formatValue(labelOf(field, id)) }))
    default:
      return []
  }
}

function fieldKeys(fields: readonly CustomField[], search: string): CaseQueryValue[] {
  return fields
    .filter(({ id, key, name, nameDa }) => [key, name, nameDa].some((text) => holdsTerm(text, search)) || id === search)
    .slice(0, VALUES_MAX)
    .map(({ id, key, name }) => ({ id, name, hint: key, text: key }))
}

function holdsTerm(text: string | null, search: string | undefined): boolean {
  return text?.toLowerCase().includes((search ?? '').toLowerCase()) === true
}

function asWord(word: string): CaseQueryValue {
  return { id: null, name: word, hint: null, text: formatValue(word) }
}

async function findProducts(reader: Reader, search: string): Promise<string[]> {
  const rows = await reader.rows<{ product: string }>(
    Prisma.sql`SELECT l.product FROM (SELECT c.product FROM support_case c ORDER BY c.created_at DESC, c.id DESC LIMIT ${LATEST_CASES_MAX}) l
      WHERE l.product ILIKE ${containing(search)} GROUP BY l.product ORDER BY count(*) DESC, l.product LIMIT ${VALUES_MAX}`,
  )
  return rows.map(({ product }) => product)
}
