import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import type { ParsedQuery } from '@timedesk/domain/query/parse-query'
import { mapTerms } from '@timedesk/domain/query/map-terms'
import type { PlacedTerm, Query, QueryProblem, QueryTerm, QueryValue } from '@timedesk/domain/query/query'
import { fieldOfKey, ruleOfKey } from '@timedesk/domain/query/query-keys'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import { findCustomFields } from '../../settings/fields/find-custom-fields.ts'
import { fieldOf, fieldValues } from './field-values.ts'
import { findByNames, isId } from './find-by-names.ts'
import { idsCalled, type NameProblem } from './ids-called.ts'
import { isNamedKey, nameSources, type NamedKey } from './name-sources.ts'
import { refuseQuery, type QueryPointer } from './refuse-query.ts'

/** Each name is looked up, and each thing that it means is asked for: more than so many ask for too much. */
const NAMES_MAX = 50
const MEANT_MAX = 1_000

/** A query whose names are ids, with the custom fields that it asks about. */
export type ResolvedQuery = { query: Query; fields: readonly CustomField[] }

type PlacedField = PlacedTerm & { node: QueryTerm }
type Found = Map<NamedKey, Map<string, string[]>>

/**
 * Puts the ids of what is named in the place of names; of several things by one name, or whose names begin so, any is
 * meant. Refuses with `query_refused` what does not exist, together with what could not be read, and what names or means
 * too much; an id is taken as it is.
 */
export async function resolveNames(
  reader: Reader,
  actor: StaffActor,
  { query, terms, problems: unread }: ParsedQuery,
  pointer: QueryPointer,
): Promise<ResolvedQuery> {
  const placed = terms.filter((term): term is PlacedField => term.node.kind === 'term')
  refuseTooMany(
    placed,
    (term) => term.node.values.filter((value) => isNamedKey(term.node.key) && isNameOf(term.node.key, value)).length,
    { max: NAMES_MAX, pointer },
  )
  const asksFields = placed.some(({ node }) => fieldOfKey(node.key) !== null)
  const [found, fields] = await Promise.all([findNamed(reader, placed), asksFields ? findCustomFields(reader) : []])
  const resolved = new Map<QueryTerm, QueryValue[]>()
  const problems: QueryProblem[] = [...unread]
  for (const term of placed) {
    const { values, missing } = await valuesOf(reader, actor, term, { found, fields })
    resolved.set(term.node, values)
    problems.push(...missing)
  }
  if (problems.length > 0)
    refuseQuery(
      problems.toSorted((one, other) => one.at - other.at),
      pointer,
    )
  refuseTooMany(placed, ({ node }) => resolved.get(node)?.length ?? 0, { max: MEANT_MAX, pointer })
  const withIds = mapTerms(query, (term) => ({ ...term, values: resolved.get(term) ?? term.values }))
  return { query: withIds, fields }
}

/** Refuses the first term with which there are more than so many of something. */
function refuseTooMany(
  terms: readonly PlacedField[],
  countOf: (term: PlacedField) => number,
  { max, pointer }: { max: number; pointer: QueryPointer },
): void {
  let count = 0
  for (const term of terms) {
    count += countOf(term)
    const { at, length } = term
    if (count > max) refuseQuery([{ at, length, code: 'query_too_long', expected: [] }], pointer)
  }
}

function isNameOf(key: string, value: QueryValue): value is Extract<QueryValue, { kind: 'is' }> {
  return value.kind === 'is' && !isId(value.text) && ruleOfKey(key)?.words.includes(value.text) !== true
}

/** Each key is asked once for all of its names. */
async function findNamed(reader: Reader, terms: readonly PlacedField[]): Promise<Found> {
  const wanted = new Map<NamedKey, Set<string>>()
  for (const { node } of terms) {
    const { key } = node
    if (!isNamedKey(key)) continue
    const names = node.values.filter((value) => isNameOf(key, value)).map(({ text }) => text)
    if (names.length > 0) wanted.set(key, new Set([...(wanted.get(key) ?? []), ...names]))
  }
  const found = await Promise.all(
    [...wanted].map(async ([key, names]) => [key, await findByNames(reader, nameSources[key], [...names])] as const),
  )
  return new Map(found)
}

type Ground = { found: Found; fields: readonly CustomField[] }

async function valuesOf(
  reader: Reader,
  actor: StaffActor,
  { node, values: places, at, length }: PlacedField,
  { found, fields }: Ground,
): Promise<{ values: QueryValue[]; missing: QueryProblem[] }> {
  const { key } = node
  const field = fieldOf(fields, key)
  if (fieldOfKey(key) !== null && field === undefined) {
    const expected = fields.map((known) => `field.${known.key}`)
    return { values: [], missing: [{ at, length: Math.min(length, key.length), code: 'key_unknown', expected }] }
  }
  const values: QueryValue[] = []
  const missing: QueryProblem[] = []
  for (const [index, value] of node.values.entries()) {
    const place = places[index] ?? { at, length }
    const meant =
      field !== undefined
        ? await fieldValues(reader, actor, field, value)
        : isNamedKey(key) && isNameOf(key, value)
          ? await namedBy(reader, actor, key, { text: value.text, found })
          : [value]
    if (Array.isArray(meant)) values.push(...meant)
    else missing.push({ ...place, ...meant })
  }
  return { values, missing }
}

async function namedBy(
  reader: Reader,
  actor: StaffActor,
  key: NamedKey,
  { text, found }: { text: string; found: Found },
): Promise<QueryValue[] | NameProblem> {
  const ids = await idsCalled(reader, actor, { key, text, exact: found.get(key)?.get(text) ?? [] })
  return 'code' in ids ? ids : ids.map((id) => ({ kind: 'is', text: id }))
}
