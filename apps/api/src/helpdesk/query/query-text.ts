import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { QUERY_LENGTH_MAX } from '@timedesk/contracts/limits'
import { formatQuery } from '@timedesk/domain/query/format-query'
import { mapTerms } from '@timedesk/domain/query/map-terms'
import { parseQuery } from '@timedesk/domain/query/parse-query'
import type { Query, QueryTerm, QueryValue } from '@timedesk/domain/query/query'
import { fieldOfKey } from '@timedesk/domain/query/query-keys'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import { findCustomFields } from '../../settings/fields/find-custom-fields.ts'
import { fieldOf, labelOf } from './field-values.ts'
import { findNames, isId } from './find-by-names.ts'
import { isNamedKey, nameSources, type NamedKey } from './name-sources.ts'
import { readQuery, refuseQuery, type QueryPointer } from './refuse-query.ts'
import { resolveNames } from './resolve-names.ts'
import { knowNames, writtenName, type KnownNames } from './written-name.ts'

/**
 * A query's text as it is kept: with ids where people see names, of all that a name means today. Refuses what cannot be
 * read or does not exist, and what means too much to be kept.
 */
export async function storeQuery(
  reader: Reader,
  actor: StaffActor,
  text: string,
  pointer: QueryPointer,
): Promise<string> {
  const { query, fields } = await resolveNames(reader, actor, readQuery(text, pointer), pointer)
  const stored = formatQuery(
    mapTerms(query, (term) => {
      const field = fieldOf(fields, term.key)
      return field === undefined ? term : { ...term, key: `field.${field.id}` }
    }),
  )
  // The beginning of a name may stand for more ids than a text can hold.
  if (stored.length > QUERY_LENGTH_MAX)
    refuseQuery([{ at: 0, length: text.length, code: 'query_too_long', expected: [] }], pointer)
  return stored
}

/** Texts that are kept, as people read them: with the names of today. What is gone stays there by its id. */
export async function showQueries(reader: Reader, texts: readonly string[]): Promise<string[]> {
  const queries = texts.map((text) => parseQuery(text).query)
  const terms = queries.flatMap(termsIn)
  const fields = terms.some(({ key }) => fieldOfKey(key) !== null) ? await findCustomFields(reader) : []
  const names = await namesIn(reader, terms, fields)
  return queries.map((query) => formatQuery(mapTerms(query, (term) => withNames(term, names, fields))))
}

function termsIn({ all }: Query): QueryTerm[] {
  return all.flatMap((node) => {
    if (node.kind === 'term') return [node]
    return node.kind === 'group' ? node.any.flatMap(termsIn) : []
  })
}

type Names = ReadonlyMap<NamedKey, KnownNames>

/** Each key is asked once for all that its terms name. */
async function namesIn(reader: Reader, terms: readonly QueryTerm[], fields: readonly CustomField[]): Promise<Names> {
  const asked = new Map<NamedKey, Set<string>>()
  for (const term of terms) {
    const key = namedBy(term, fields)
    const ids = idsOf(term)
    if (key !== null && ids.length > 0) asked.set(key, new Set([...(asked.get(key) ?? []), ...ids]))
  }
  const known = await Promise.all(
    [...asked].map(async ([key, ids]): Promise<[NamedKey, KnownNames]> => {
      return [key, await knowNames(reader, key, await findNames(reader, nameSources[key], [...ids]))]
    }),
  )
  return new Map(known)
}

/** What the values of a term are names of: its own key, or that of what its custom field holds. */
function namedBy({ key }: QueryTerm, fields: readonly CustomField[]): NamedKey | null {
  if (isNamedKey(key)) return key
  return fieldOf(fields, key)?.kind === 'contact' ? 'contact' : null
}

function idsOf({ values }: QueryTerm): string[] {
  return values.flatMap((value) => (value.kind === 'is' && isId(value.text) ? [value.text] : []))
}

function withNames(term: QueryTerm, names: Names, fields: readonly CustomField[]): QueryTerm {
  const field = fieldOf(fields, term.key)
  const key = namedBy(term, fields)
  const known = key === null ? undefined : names.get(key)
  const among = idsOf(term)
  return {
    ...term,
    key: field === undefined ? term.key : `field.${field.key}`,
    values: onceEach(term.values, (text) => {
      if (key !== null && known !== undefined) return writtenName(key, text, known, among)
      return field === undefined ? text : labelOf(field, text)
    }),
  }
}

/** Ids in other words; those that share a name are written once. */
function onceEach(values: readonly QueryValue[], written: (id: string) => string): QueryValue[] {
  const seen = new Set<string>()
  return values.flatMap((value): QueryValue[] => {
    if (value.kind !== 'is' || !isId(value.text)) return [value]
    const text = written(value.text)
    const folded = text.toLowerCase()
    if (seen.has(folded)) return []
    seen.add(folded)
    return [{ kind: 'is', text }]
  })
}
